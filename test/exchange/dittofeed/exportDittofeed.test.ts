import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { type Step, STEP_DEFINITIONS, STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { hours, minutes, money } from '../../../src/journey/units.ts';
import { codesOf, exported, inRow, nodeTypes } from '../../support/formats/dittofeedExport.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

const message = STEP_DEFINITIONS.message.defaults();
const byEvent: Step = { kind: 'entry', name: 'E', trigger: { type: 'events', event: 'cart', perDay: 10 } };

describe('templates', () => {
  test.each(SAMPLE_NAMES)('%s can be sent, and says what becomes of every step', async (name) => {
    const journey = openSample(name);
    const { fits, files } = await exported(journey);
    for (const id of Object.keys(journey.steps)) expect(fits.some(({ step }) => step === id)).toBe(true);
    expect(fits.every(({ fit, words }) => fit === 'native' || words.endsWith('.'))).toBe(true);
    expect(await written(converter, openSample(name))).toMatchObject({ files });
  });
});

describe('a step of each kind', () => {
  test.each(STEP_KINDS.filter((kind) => kind !== 'entry'))('%s', async (kind) => {
    const { fits } = await exported(inRow({ mail: message, step: STEP_DEFINITIONS[kind].defaults() }));
    expect(fits.some(({ step }) => step === 'step')).toBe(true);
  });

  test('waits are delays, counted over midnights where days are counted', async () => {
    const wait = (until: Extract<Step, { kind: 'wait' }>['until']): Step => ({
      kind: 'wait',
      name: 'W',
      until,
    });
    const row = inRow({
      a: wait({ type: 'duration', minutes: hours(2) }),
      b: wait({ type: 'daysAt', days: 3, at: '09:30' }),
      c: wait({ type: 'weekday', weekday: 'sunday', at: '10:00' }),
      d: wait({ type: 'date', column: 'renewal date', offsetMinutes: -60 }),
      e: wait({ type: 'random', from: minutes(60), to: minutes(120) }),
      m: message,
    });
    const { all, fits } = await exported(row);
    const variants = all.journey.definition.nodes.map(({ id, variant }) => [id, variant]);
    expect(variants.slice(0, 10)).toMatchObject([
      ['a', { type: 'Second', seconds: 7200 }],
      ['b', { hour: 0, minute: 0 }],
      ['b:days', { seconds: 1.5 * 86_400 }],
      ['b:midnight', { hour: 0, minute: 0 }],
      ['b:at', { hour: 9, minute: 30, defaultTimezone: 'UTC' }],
      ['c', { hour: 0 }],
      ['c:at', { hour: 10, allowedDaysOfWeek: [0] }],
      [
        'd',
        {
          type: 'UserProperty',
          userProperty: all.properties[0]?.id,
          offsetSeconds: 3600,
          offsetDirection: 'before',
        },
      ],
      ['e', { type: 'Second', seconds: 5400 }],
      ['m', { type: 'Email' }],
    ]);
    expect(all.properties[0]?.definition).toEqual({ type: 'Trait', path: "$['renewal date']" });
    expect(codesOf(fits, 'e')).toEqual(['wait-random']);
  });

  test('an answer is waited for, unless an event began the journey or everyone is held', async () => {
    const check: Step = {
      ...STEP_DEFINITIONS.check.defaults(),
      on: 'latest',
      responses: ['clicked', 'opened'],
    };
    const waited = await exported(inRow({ m: message, c: check }));
    expect(nodeTypes(waited)).toEqual(['m MessageNode', 'c WaitForNode']);
    for (const steps of [
      { entry: byEvent, m: message, c: check },
      { m: message, c: { ...check, ranked: true } },
    ])
      expect(nodeTypes(await exported(inRow(steps)))).toEqual([
        'm MessageNode',
        'c DelayNode',
        'c:clicked SegmentSplitNode',
        'c:opened SegmentSplitNode',
      ]);
    expect(codesOf(waited.fits, 'c')).toEqual(['answers-ever']);
    const [clicked] = waited.all.segments.filter(({ name }) => name.endsWith('clicked'));
    expect(clicked?.definition).toMatchObject({
      entryNode: { type: 'Email', event: 'DFEmailClicked', templateId: waited.all.templates[0]?.id },
    });
  });

  test('what Dittofeed does not learn of an answer is an event of the account', async () => {
    const check: Step = {
      ...STEP_DEFINITIONS.check.defaults(),
      responses: ['converted', 'clicked', 'replied'],
    };
    const { fits, blanks } = await exported(inRow({ m: { ...message, channel: 'push' }, c: check }));
    expect(codesOf(fits, 'c')).toEqual(['answers-ever', 'answers-by-event']);
    expect(blanks.filter(({ kind }) => kind === 'event').map(({ value }) => value)).toEqual([
      'order_completed',
      'message_clicked',
      'message_replied',
    ]);
  });

  test('a split of several branches is a chain; what no segment can ask is a blank', async () => {
    const rule = (column: string, operator: 'is' | 'contains', value: string): Rule => ({
      kind: 'column',
      column,
      operator,
      value,
    });
    const branches = [
      { id: 'one', name: 'One', rule: rule('plan', 'is', 'pro') },
      {
        id: 'two',
        name: 'Two',
        rule: { kind: 'any', rules: [rule('plan', 'contains', 'r'), rule('plan', 'is', 'x')] } as Rule,
      },
    ];
    const split: Step = { kind: 'split', name: 'S', branches };
    const { all, fits, blanks } = await exported(inRow({ s: split, m: message }));
    expect(nodeTypes({ all })).toEqual(['s SegmentSplitNode', 's:or-2 SegmentSplitNode', 'm MessageNode']);
    expect(codesOf(fits, 's')).toEqual(['split-chained', 'text-case', 'no-such-question']);
    expect(blanks.find(({ id }) => id === 'segment:s:two')).toMatchObject({
      kind: 'segment',
      filled: false,
      step: 's',
    });
    expect(all.segments.map(({ name }) => name)).toContain('Row · S · Two');
  });

  test('a hand-off that may be missed waits for somebody to take it', async () => {
    const handoff: Step = { ...STEP_DEFINITIONS.handoff.defaults(), slaMinutes: hours(1) };
    const row = inRow({ h: handoff, m: message });
    const journey = {
      ...row,
      links: { ...row.links, [stepId('h')]: { accepted: stepId('m'), missed: stepId('m') } },
    };
    expect(nodeTypes(await exported(journey))).toEqual([
      'h MessageNode',
      'h:answer WaitForNode',
      'm MessageNode',
    ]);
    const { steps } = journey;
    const evented = await exported({ ...journey, steps: { ...steps, [stepId('entry')]: byEvent } });
    expect(nodeTypes(evented)).toEqual([
      'h MessageNode',
      'h:time DelayNode',
      'h:answer SegmentSplitNode',
      'm MessageNode',
    ]);
  });
});

describe('what Dittofeed has not', () => {
  test('is said of steps, of the journey, and of policies', async () => {
    const journey: Journey = {
      ...inRow(
        {
          entry: {
            kind: 'entry',
            name: 'E',
            trigger: { type: 'schedule', everyDays: 2, at: '09:00' },
            spreadMinutes: minutes(60),
          },
          m: { ...message, channel: 'preferred', fallback: ['sms'], obeysCaps: false, tags: ['promo'] },
          x: {
            ...STEP_DEFINITIONS.experiment.defaults(),
            arms: [{ id: 'a', name: 'A', weight: 80 }],
            holdout: { weight: 20, goesOn: true },
          },
          g: { ...STEP_DEFINITIONS.goal.defaults(), conversion: {} },
        },
        {
          entryCap: 5,
          reEntry: { mode: 'cooldown', minutes: hours(24), from: 'end' },
          exitRules: [{ id: 'r', when: { kind: 'converted' }, mode: 'immediate' }],
        },
      ),
      notes: {},
    };
    const policies = {
      ...NO_POLICIES,
      budgets: [{ channel: 'sms' as const, amount: money(5) }],
      quietHours: { from: '22:00', until: '07:00', onQuiet: 'hold' as const },
    };
    const { fits } = await exported(journey, { policies });
    expect(codesOf(fits, 'entry')).toEqual(['entry-scheduled', 'entry-not-spread']);
    expect(codesOf(fits, 'm')).toEqual([
      'channel-preferred',
      'caps-ignored',
      'tags-dropped',
      'content-empty',
    ]);
    expect(codesOf(fits, 'x')).toEqual(['holdout-leaves', 'arm-drawn-again']);
    expect(codesOf(fits, 'g')).toEqual(['goal-passed']);
    expect(codesOf(fits)).toEqual([
      'reentry-cooldown',
      'entry-cap',
      'policy-dropped',
      'policy-dropped',
      'names-unkept',
      'exit-rules-asked',
    ]);
  });

  test('a journey with errors is refused, and so is a loop that does not fit', async () => {
    const wrong = await converter.export(
      inRow({ x: { ...STEP_DEFINITIONS.experiment.defaults(), arms: [] } }),
    );
    expect(wrong).toMatchObject({ ok: false, problems: [{ code: 'weights-not-100' }] });
    const row = inRow({ m: message, w: STEP_DEFINITIONS.wait.defaults() }, { maxPasses: 4000 });
    const endless = { ...row, links: { ...row.links, [stepId('w')]: { next: stepId('m') } } };
    expect(await converter.export(endless)).toMatchObject({
      ok: false,
      problems: [{ code: 'too-many-steps' }],
    });
  });

  test('a loop is written out', async () => {
    const row = inRow({ m: message, w: STEP_DEFINITIONS.wait.defaults() }, { maxPasses: 3 });
    const { fits, all } = await exported({
      ...row,
      links: { ...row.links, [stepId('w')]: { next: stepId('m') } },
    });
    expect(all.journey.definition.nodes).toHaveLength(6);
    expect(codesOf(fits, 'm')).toContain('loop-unrolled');
  });
});

import { describe, expect, test } from 'vitest';
import type { ExportOptions, Fit } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { createJourney } from '../../../src/journey/createJourney.ts';
import { journeyId, stepId } from '../../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { exitsOf, STEP_DEFINITIONS, STEP_KINDS, type Step } from '../../../src/journey/steps/index.ts';
import { hours, minutes, money } from '../../../src/journey/units.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { verifyDittofeed } from '../../support/formats/dittofeed.ts';
import { type WrittenFiles, written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

/** The steps one after the other by their first exits; other exits lead out. `entry` is everyone at once. */
function inRow(steps: Readonly<Record<string, Step>>, settings: Partial<JourneySettings> = {}): Journey {
  const empty = createJourney({
    id: journeyId('row'),
    luckId: 'row',
    name: 'Row',
    start: '2026-03-02T08:00:00Z',
  });
  const all: Readonly<Record<string, Step>> = { entry: STEP_DEFINITIONS.entry.defaults(), ...steps };
  const ids = Object.keys(all).map((id) => stepId(id));
  const links = Object.fromEntries(
    ids.flatMap((id, index) => {
      const [to, step] = [ids[index + 1], all[id]];
      const [exit] = step ? exitsOf(step) : [];
      return to && exit ? [[id, { [exit]: to }]] : [];
    }),
  );
  return { ...empty, settings: { ...empty.settings, ...settings }, steps: { ...all }, links, layout: {} };
}

const message = STEP_DEFINITIONS.message.defaults();
const byEvent: Step = { kind: 'entry', name: 'E', trigger: { type: 'events', event: 'cart', perDay: 10 } };

async function exported(
  journey: Journey,
  options?: ExportOptions,
): Promise<WrittenFiles & { readonly all: Bodies }> {
  const done = await converter.export(journey, options);
  if (!done.ok) throw new Error(done.problems.map(({ words }) => words).join('\n'));
  expect(verifyDittofeed(done.files)).toEqual([]);
  const read = (kind: string) =>
    JSON.parse(done.files.find(({ name }) => name.includes(kind))?.text ?? '[]') as Body[];
  const all = {
    templates: read('templates'),
    segments: read('segments'),
    groups: read('groups'),
    properties: read('properties'),
    journey: read('journeys')[0]!,
  };
  return { ...done, all };
}

interface Body {
  readonly id: string;
  readonly name: string;
  readonly workspaceId: string;
  readonly definition: Readonly<Record<string, unknown>> & {
    readonly nodes: readonly (Readonly<Record<string, unknown>> & {
      readonly id: string;
      readonly type: string;
    })[];
  };
}
interface Bodies {
  readonly templates: readonly Body[];
  readonly segments: readonly Body[];
  readonly groups: readonly Body[];
  readonly properties: readonly Body[];
  readonly journey: Body;
}

function nodeTypes({ all }: { readonly all: Bodies }): readonly string[] {
  return all.journey.definition.nodes.map(({ id, type }) => `${id} ${type}`);
}

function codesOf(fits: readonly Fit[], step?: string): readonly string[] {
  return fits.filter((fit) => fit.step === step).map(({ code }) => code);
}

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

describe('texts', () => {
  const said = async (channel: 'email' | 'sms' | 'whatsapp', body: string, more: object = {}) =>
    (await exported(inRow({ m: { ...message, channel, content: { body, ...more } } }))).all.templates[0]!
      .definition;

  test('are Liquid; what is no placeholder stays text', async () => {
    expect(
      await said('sms', "Hi {{plan|it's}}, {{first name|you}}: {% x %} {{coupon}}", { couponCode: 'A{{b' }),
    ).toEqual({
      type: 'Sms',
      body: `Hi {{ user.plan | default: "it's" }}, {{ user['first name'] | default: 'you' }}: {{ '{%' }} x %} A{{ '{{' }}b`,
    });
  });

  test('without tags are put into a page, with the preheader and tagged links', async () => {
    const { body } = await said('email', 'A < B & https://example.com/a {{unsubscribe_link}}', {
      preheader: 'P"',
      utm: { utm_source: 's' },
    });
    expect(body).toContain('A &lt; B &amp; https://example.com/a?utm_source=s {% unsubscribe_link %}</p>');
    expect(body).toContain('<div data-preheader style="display: none">P&quot;</div>');
  });

  test('with tags are a page already', async () => {
    const { body } = await said('email', '<html><body>\n<p>{{plan}}</p></body></html>', { preheader: 'P' });
    expect(body).toBe(
      '<html><body>\n<div data-preheader style="display: none">P</div>\n<p>{{ user.plan | escape }}</p></body></html>',
    );
  });

  test('for a service are JSON', async () => {
    const { body } = await said('whatsapp', 'Say "hi"\nto {{plan|it\'s}}');
    expect(JSON.parse(String(body))).toMatchObject({
      config: { data: { channel: 'whatsapp', body: 'Say "hi"\nto {{ user.plan | default: \'it’s\' }}' } },
    });
  });
});

describe('blanks', () => {
  const UUID = '3f2b8c1e-0d4a-4f6b-9a7c-5e1d2f3a4b5c';
  const journey = inRow({
    m: message,
    w: { kind: 'wait', name: 'W', until: { type: 'date', column: 'renewal_date', offsetMinutes: 0 } },
  });

  test('answered appear in the files', async () => {
    const answers = {
      workspace: UUID,
      'sender:email': 'me@example.org',
      'group:email': UUID,
      'property:renewal_date': UUID,
    };
    const done = await converter.export(journey, { answers });
    if (!done.ok) throw new Error();
    const bodies = done.files.flatMap(({ text }) => JSON.parse(text) as Body[]);
    expect(bodies.every(({ workspaceId }) => workspaceId === UUID)).toBe(true);
    expect(done.files.map(({ name }) => name)).toEqual([
      '3-content-templates.json',
      '4-segments.json',
      '5-journeys.json',
    ]);
    expect(bodies[0]?.definition['from']).toBe('me@example.org');
    expect(bodies.at(-1)?.definition.nodes).toMatchObject([
      { subscriptionGroupId: UUID },
      { variant: { userProperty: UUID } },
    ]);
    expect(done.blanks.filter(({ filled }) => !filled)).toEqual([]);
    expect(done.warnings).toEqual([]);
  });

  test('answered wrongly are warned of once, and the placeholder stands', async () => {
    const done = await exported(journey, { answers: { workspace: 'mine', 'sender:email': 'nobody' } });
    expect(done.warnings.map(({ code }) => code)).toEqual(['answer-misfit', 'answer-misfit']);
    expect(done.all.journey.workspaceId).toBe('00000000-0000-4000-8000-000000000000');
  });

  test('a template that is there already is sent instead, and none goes along', async () => {
    const done = await converter.export(journey, { answers: { 'template:m': UUID } });
    if (!done.ok) throw new Error();
    expect(done.files.map(({ name }) => name)).not.toContain('3-content-templates.json');
    expect(codesOf(done.fits, 'm')).toContain('template-own');
  });
});

const RICH = (): Journey => openSample('win-back');

damagesAreNoticed(verifyDittofeed, async () => (await written(converter, RICH())).files, {
  'a file is missing': (files) => files.filter(({ name }) => !name.includes('segments')),
  'the files are in another order': (files) => [...files].reverse(),
  'the workspace is missing': inJson((list) => {
    delete list[0].workspaceId;
  }, 4),
  'two workspaces': inJson((list) => {
    list[0].workspaceId = 'other';
  }, 4),
  'a node is gone': inJson((list) => {
    list[0].definition.nodes.splice(3, 1);
  }, 4),
  'a node twice': inJson((list) => {
    list[0].definition.nodes.push(list[0].definition.nodes[0]);
  }, 4),
  'a link to nowhere': inJson((list) => {
    list[0].definition.entryNode.child = 'nowhere';
  }, 4),
  'a way back': inJson((list) => {
    list[0].definition.nodes.find(({ type }: { type: string }) => type === 'MessageNode').child =
      list[0].definition.entryNode.child;
  }, 4),
  'a node that nobody comes to': inJson((list) => {
    list[0].definition.nodes.push({
      id: 'x',
      type: 'DelayNode',
      variant: { type: 'Second', seconds: 1 },
      child: 'ExitNode',
    });
  }, 4),
  'shares that do not make 100': inJson((list) => {
    list[0].definition.nodes[0].children[0].percent = 7;
  }, 4),
  'a rate limit': inJson((list) => {
    list[0].definition.nodes[0] = { id: list[0].definition.nodes[0].id, type: 'RateLimitNode' };
  }, 4),
  'no skipping of failures': inJson((list) => {
    delete list[0].definition.nodes.find(({ type }: { type: string }) => type === 'MessageNode')
      .skipOnFailure;
  }, 4),
  'an event and a node that waits': inJson((list) => {
    const { child } = list[0].definition.entryNode;
    list[0].definition.entryNode = { type: 'EventEntryNode', event: 'e', child: 'wait' };
    list[0].definition.nodes.push({
      id: 'wait',
      type: 'WaitForNode',
      timeoutSeconds: 1,
      timeoutChild: child,
      segmentChildren: [],
    });
  }, 4),
  'a template of another channel': inJson((list) => {
    list[0].definition = { type: 'Sms', body: '' };
  }, 2),
  'a template without a sender': inJson((list) => {
    delete list[0].definition.from;
  }, 2),
  'an id that is no UUID': inJson((list) => {
    list[0].id = 'mine';
  }, 1),
  'a name twice': inJson((list) => {
    list[1].name = list[0].name;
  }, 3),
  'an operator that there is not': inJson((list) => {
    list.find(({ name }: { name: string }) => name.includes('comes in')).definition.nodes[0].operator.type =
      'GreaterThan';
  }, 3),
  'a part of a segment that is not there': inJson((list) => {
    list[0].definition.entryNode.children.push('9');
  }, 3),
  'a group of nothing': inJson((list) => {
    list[0].definition = { entryNode: { id: '1', type: 'Or', children: [] }, nodes: [] };
  }, 3),
});

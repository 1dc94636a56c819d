import { describe, expect, test } from 'vitest';
import type { ExportOptions } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes, probability } from '../../../src/journey/units.ts';
import { around, draft, empty, step } from '../../support/draftJourney.ts';
import { verifyParcelvoy } from '../../support/formats/parcelvoy.ts';
import { walk } from '../../support/formats/parcelvoyWalk.ts';
import { openSample } from '../../support/samples.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';

interface There {
  readonly type: string;
  readonly name?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly children?: readonly { readonly external_id: string; readonly path?: string }[];
}

async function exported(journey: Journey, options: ExportOptions = {}) {
  const done = await converter.export(journey, options);
  if (!done.ok) throw new Error(done.problems.map(({ words }) => words).join('\n'));
  expect(verifyParcelvoy(done.files)).toEqual([]);
  const steps = JSON.parse(done.files[0]?.text ?? '') as Readonly<Record<string, There>>;
  return { ...done, steps };
}

/** Codes of what is told of a step (`m` in `around`), without those that nothing is said of. */
async function toldOf(journey: Journey, id: string | undefined = 'm', options: ExportOptions = {}) {
  const { fits } = await exported(journey, options);
  return fits.filter((fit) => fit.step === id && fit.words !== '').map(({ fit, code }) => `${fit} ${code}`);
}

const message = (own: Partial<Extract<Step, { kind: 'message' }>> = {}) => step('message', own);

describe('a step becomes', () => {
  test('an entrance for an event, which says whether contacts may come again', async () => {
    const entry = step('entry', { trigger: { type: 'events', event: 'signup', perDay: 5 } });
    const of = (mode: 'never' | 'afterExit') =>
      exported(draft({ in: entry, out: step('exit') }, ['in.next > out'], { reEntry: { mode } }));
    expect((await of('never')).steps['in']?.data).toMatchObject({
      trigger: 'event',
      event_name: 'signup',
      multiple: false,
    });
    expect((await of('afterExit')).steps['in']?.data).toMatchObject({ multiple: true, concurrent: false });
  });

  test('an entrance with a list and a schedule', async () => {
    const schedule = step('entry', { trigger: { type: 'schedule', everyDays: 7, at: '09:30' } });
    const { steps } = await exported(draft({ in: schedule }));
    expect(steps['in']?.data).toMatchObject({
      trigger: 'schedule',
      list_id: 0,
      schedule: 'DTSTART:20260302T093000Z\nRRULE:FREQ=DAILY;INTERVAL=7',
    });
    const once = await exported(draft({}));
    expect(once.steps['entry-1']?.data).toMatchObject({ schedule: 'DTSTART:20260302T080000Z' });
  });

  test.each([
    [
      { type: 'duration', minutes: minutes(1505) },
      { format: 'duration', days: 1, hours: 1, minutes: 5 },
    ],
    [
      { type: 'timeOfDay', at: '18:00' },
      { format: 'time', time: '18:00' },
    ],
    [
      { type: 'daysAt', days: 0, at: '18:00' },
      { format: 'time', time: '18:00' },
    ],
    [
      { type: 'date', column: 'renewal_date', offsetMinutes: -90 },
      {
        format: 'date',
        date: '{{#if user.renewal_date}}{{subDate user.renewal_date 90 "minutes"}}{{else}}1970-01-01{{/if}}',
      },
    ],
    [
      { type: 'random', from: hours(2), to: hours(4) },
      { format: 'duration', days: 0, hours: 3, minutes: 0 },
    ],
    [
      { type: 'weekday', weekday: 'friday' },
      { format: 'duration', days: 3, hours: 12, minutes: 0 },
    ],
  ] as const)('a delay: %j', async (until, data) => {
    const { steps } = await exported(around(step('wait', { until })));
    expect(steps['m']).toMatchObject({ type: 'delay', data });
  });

  test.each([
    [1, '09:00', 0],
    [1, '09:00', 540],
    [1, '09:00', 1439],
    [2, '00:00', 1],
    [3, '23:50', 1430],
  ])('delays that end %i dates on at %s, whenever one comes (minute %i)', async (count, at, start) => {
    const { steps } = await exported(around(step('wait', { until: { type: 'daysAt', days: count, at } })));
    const [hour = 0, minute = 0] = at.split(':').map(Number);
    expect(walk(steps, { start }).at(-1)).toEqual({ id: 'end', at: count * 1440 + hour * 60 + minute });
  });

  test('an action with the campaign that somebody gave', async () => {
    const { steps, blanks } = await exported(around(message()), { answers: { 'campaign:m': '73' } });
    expect(steps['m']).toMatchObject({ type: 'action', data: { campaign_id: 73 } });
    expect(blanks.find(({ id }) => id === 'campaign:m')).toMatchObject({
      filled: true,
      value: '73',
      step: 'm',
    });
  });

  test('an update with a template', async () => {
    const { steps } = await exported(
      around(
        step('update', {
          changes: [
            { type: 'set', column: 'plan', value: '{{"pro"}}' },
            { type: 'addTag', tag: 'vip' },
            { type: 'removeTag', tag: 'new' },
            { type: 'addScore', points: 5 },
            { type: 'suppress', channel: 'sms' },
          ],
        }),
      ),
    );
    const template = String(steps['m']?.data['template']);
    expect(JSON.parse(template.replace(/\{\{#if user.score\}\}.*\{\{\/if\}\}/, '6'))).toEqual({
      plan: '{{"pro"}}',
      tag_vip: true,
      tag_new: false,
      suppressed_sms: true,
      score: 6,
    });
    expect(template).toContain('{{#if user.score}}{{add user.score 5}}{{else}}5{{/if}}');
  });

  test('events for what is handed over and reached', async () => {
    const handed = await exported(around(step('handoff'), ['accepted']));
    expect(handed.steps['m']).toMatchObject({
      type: 'event',
      data: { event_name: 'handoff_sales', template: '{}' },
    });
    expect(handed.steps['m.time']).toMatchObject({ type: 'delay', data: { hours: 4 } });
    const reached = await exported(around(step('goal', { name: 'Cart recovered' })));
    expect(reached.steps['m']).toMatchObject({
      type: 'event',
      data: { event_name: 'reached_cart-recovered' },
    });
  });

  test('a hand-off that is always missed goes on as missed', async () => {
    const late = step('handoff', { serviceMinutes: hours(4), slaMinutes: hours(1) });
    const { steps } = await exported(around(late, ['accepted', 'missed']));
    expect(steps['m.time']?.data).toMatchObject({ hours: 1 });
    expect(await toldOf(around(late, ['accepted', 'missed']))).toContain('missing handoff-one-way');
  });

  test('an experiment with the smallest whole ratios', async () => {
    const arms = [
      { id: 'a', name: 'A', weight: 60 },
      { id: 'b', name: 'B', weight: 30 },
    ];
    const journey = draft(
      {
        x: step('experiment', { arms, holdout: { weight: 10, goesOn: false } }),
        a: step('goal'),
        b: step('exit'),
      },
      ['entry-1.next > x', 'x.a > a', 'x.b > b'],
    );
    const { steps } = await exported(journey);
    expect(steps['x']?.children).toEqual([
      { external_id: 'a', data: { ratio: 6 } },
      { external_id: 'b', data: { ratio: 3 } },
      { external_id: 'x.holdout', data: { ratio: 1 } },
    ]);
    expect(steps['x.holdout']?.type).toBe('exit');
  });

  test('a chain of gates, the first of which that matches wins', async () => {
    const branches = ['high', 'low'].map((id) => ({
      id,
      name: id,
      rule: { kind: 'column', column: 'intent', operator: 'is', value: id } as const,
    }));
    const journey = draft(
      { s: step('split', { branches }), a: step('exit'), b: step('exit'), c: step('exit') },
      ['entry-1.next > s', 's.high > a', 's.low > b', 's.else > c'],
    );
    const { steps } = await exported(journey);
    const ends = ['high', 'low', 'medium'].map((intent) => walk(steps, { user: { intent } }).at(-1)?.id);
    expect(ends).toEqual(['a', 'b', 'c']);
  });
});

describe('a check', () => {
  const journey = draft(
    {
      mail: message(),
      look: step('check', { responses: ['opened', 'clicked'], windowMinutes: days(2), ranked: true }),
      yes: step('exit'),
      some: step('exit'),
      no: step('exit'),
    },
    [
      'entry-1.next > mail',
      'mail.next > look',
      'look.clicked > yes',
      'look.opened > some',
      'look.noResponse > no',
    ],
  );
  const answers = { 'campaign:mail': '10' };

  test('asks after the window for the best answer to its own campaign', async () => {
    const { steps } = await exported(journey, { answers });
    const opened = { at: 300, name: 'email_opened', campaign_id: 10 };
    const clicked = { at: 400, name: 'email_clicked', campaign_id: 10 };
    const end = (events: Parameters<typeof walk>[1]['events']) =>
      walk(steps, { events: events ?? [] }).at(-1);
    expect(end([])).toEqual({ id: 'no', at: 2880 });
    expect(end([opened])).toEqual({ id: 'some', at: 2880 });
    expect(end([opened, clicked])).toEqual({ id: 'yes', at: 2880 });
    expect(end([{ ...opened, campaign_id: 11 }])).toEqual({ id: 'no', at: 2880 });
    expect(end([{ ...opened, at: 2881 }])).toEqual({ id: 'no', at: 2880 });
  });

  test('says that nobody goes on early where the journey lets them', async () => {
    const told = async (ranked: boolean) => {
      const look = step('check', { windowMinutes: days(2), ranked });
      const { fits } = await exported(draft({ look }, ['entry-1.next > look']));
      return fits.find(({ code }) => code === 'check-after-delay')?.words;
    };
    expect(await told(true)).toBe(
      'Everyone waits 2 days and is then asked for each response in turn: the best wins.',
    );
    expect(await told(false)).toContain('Nobody goes on at the first answer.');
  });

  test('asks for events that somebody names', async () => {
    const look = step('check', { responses: ['converted', 'replied'] });
    const asking = draft({ mail: message(), look }, ['entry-1.next > mail', 'mail.next > look']);
    const { files, blanks } = await exported(asking, { answers: { 'event:converted': 'order_placed' } });
    expect(files[0]?.text).toContain('"order_placed"');
    expect(files[0]?.text).toContain('"YOUR_REPLIED_EVENT"');
    expect(Object.fromEntries(blanks.map(({ id, filled }) => [id, filled]))).toEqual({
      'list:entry-1': false,
      'campaign:mail': false,
      'event:converted': true,
      'event:replied': false,
    });
  });
});

describe('what cannot be said is told', () => {
  test.each([
    [message({ channel: 'preferred', fallback: ['sms'] }), ['missing channel-preferred']],
    [message({ fallback: ['sms'] }), ['missing fallback-left']],
    [message({ channel: 'whatsapp' }), ['emulated channel-by-webhook']],
    [message({ obeysCaps: false }), ['emulated caps-none']],
    [message({ transactional: true }), ['emulated transactional-by-subscription']],
    [message({ tags: ['promo'] }), ['missing tags-left']],
    [message({ content: { body: 'Hello' } }), ['missing content-left']],
    [
      message({
        content: {
          couponCode: 'X',
          utm: { utm_source: 'a' },
          variants: [{ id: 'b', name: 'B', body: 'Hi' }],
        },
      }),
      ['missing variants-left', 'missing coupon-left', 'missing utm-left'],
    ],
    [step('wait', { until: { type: 'weekday', weekday: 'friday' } }), ['missing weekday-left']],
    [step('wait', { until: { type: 'random', from: minutes(1), to: minutes(9) } }), ['missing random-left']],
    [step('update', { changes: [{ type: 'suppress', channel: 'all' }] }), ['missing suppress-left']],
  ] as const)('%#: %j', async (kind, codes) => {
    expect(await toldOf(around(kind))).toEqual(codes);
  });

  test('of a holdout that walks on, which must not be sent anything', async () => {
    const holdout = { weight: 10, goesOn: true };
    const arms = [{ id: 'a', name: 'A', weight: 90 }];
    const journey = draft({ x: step('experiment', { arms, holdout }), mail: message() }, [
      'entry-1.next > x',
      'x.a > mail',
      'x.holdout > mail',
    ]);
    expect(await toldOf(journey, 'x')).toContain('missing holdout-leaves');
    const { steps } = await exported(journey);
    expect(steps['x']?.children?.map(({ external_id }) => external_id)).toEqual(['mail', 'x.holdout']);
  });

  test('of an entry', async () => {
    const entry = step('entry', {
      spreadMinutes: hours(4),
      eligible: { kind: 'consent', channel: 'email' },
    });
    const told = await toldOf(draft({ in: entry }), 'in');
    expect(told).toContain('missing spread-left');
    expect(told).toContain('emulated eligible-by-gate');
    expect(told).toContain('emulated consent-by-address');
  });

  test('of the settings and the policies', async () => {
    const journey = draft({}, [], {
      entryCap: 500,
      transactional: true,
      reEntry: { mode: 'cooldown', minutes: days(7), from: 'end' },
      exitRules: [
        { id: 'bought', when: { kind: 'converted' }, mode: 'immediate' },
        { id: 'left', when: { kind: 'unsubscribed', channel: 'email' }, mode: 'stepEnd' },
        { id: 'vip', when: { kind: 'rule', rule: { kind: 'tag', tag: 'vip' } }, mode: 'immediate' },
      ],
    });
    const { steps, fits } = await exported(journey, { policies: STRICT_POLICIES });
    const codes = fits.filter((fit) => fit.step === undefined).map(({ fit, code }) => `${fit} ${code}`);
    expect(codes).toEqual([
      'missing cooldown-left',
      'missing entry-cap-left',
      'missing transactional-by-subscription',
      'missing policy-left',
      'missing policy-left',
      'emulated exit-rule-as-exit',
      'emulated exit-rule-as-exit',
      'missing exit-rule-left',
    ]);
    expect(steps['entry-1.leave-2']).toMatchObject({
      type: 'exit',
      data: {
        entrance_uuid: 'entry-1',
        event_name: 'unsubscribed',
        rule: { children: [{ value: 'email' }] },
      },
    });
  });

  test('of a loop, which is written out', async () => {
    const { fits, steps } = await exported(openSample('lead-nurture'));
    expect(fits.some(({ code }) => code === 'loop-unrolled')).toBe(true);
    expect(Object.keys(steps).length).toBeGreaterThan(50);
  });
});

describe('the file', () => {
  test('keeps two ways to one step apart', async () => {
    const branches = [{ id: 'yes', name: 'Yes', rule: { kind: 'tag', tag: 'vip' } as const }];
    const { steps } = await exported(around(step('split', { branches }), ['yes', 'else']));
    expect(steps['m']?.children).toEqual([
      { external_id: 'end', path: 'yes' },
      { external_id: 'm..no', path: 'no' },
    ]);
    expect(steps['m..no']).toMatchObject({ type: 'delay', children: [{ external_id: 'end' }] });
    expect(walk(steps, {}).map(({ id }) => id)).toEqual(['entry-1', 'm', 'm..no', 'end']);
  });

  test('is the same from export to export, and called after the journey', async () => {
    const [once, again] = [await exported(openSample('win-back')), await exported(openSample('win-back'))];
    expect(once.files).toEqual(again.files);
    expect(once.files[0]?.name).toBe('win-back-lapsed-customers.parcelvoy-steps.json');
    expect(once.files[0]?.text).toMatch(/^\{\n {2}"lapsed": \{\n[^]*\}\n$/);
  });

  test('does not take an answer that is no number', async () => {
    const { warnings, steps } = await exported(around(message()), { answers: { 'campaign:m': 'welcome' } });
    expect(warnings.map(({ code }) => code)).toEqual(['answer-misfit']);
    expect(steps['m']?.data['campaign_id']).toBe(0);
  });

  test('keeps names as the texts they are', async () => {
    const name = '<script>alert("{{user.email}}")</script> \\ \u2028';
    const { steps } = await exported(around(message({ name })));
    expect(steps['m']?.name).toBe(name);
  });

  test('is not made of a journey with errors', async () => {
    const done = await converter.export({ ...empty, steps: {}, layout: {} });
    expect(done.ok || done.problems.map(({ code }) => code)).toEqual(['no-entry']);
    const weights = step('experiment', { arms: [{ id: 'a', name: 'A', weight: 3 }] });
    expect((await converter.export(around(weights, ['a']))).ok).toBe(false);
  });

  test('tells of every step', async () => {
    const journey = openSample('orchestration');
    const { fits } = await exported(journey);
    expect([...new Set(fits.flatMap(({ step: id }) => (id === undefined ? [] : [id])))]).toEqual(
      Object.keys(journey.steps).sort(),
    );
    expect(fits.every(({ fit, words }) => fit === 'native' || words.endsWith('.'))).toBe(true);
  });

  test('says nothing of what a rehearsal supposes', async () => {
    const supposed = message({ note: 'x', response: { opened: probability(0.4) }, occasion: 'triggered' });
    expect(await toldOf(around(supposed))).toEqual([]);
    const { files } = await exported(around(supposed));
    expect(files[0]?.text).not.toContain('opened');
  });
});

import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/parcelvoy/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days } from '../../../src/journey/units.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { outcome, written } from '../../support/formats/roundTrip.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';
import { openSample } from '../../support/samples.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

// Files of any shape are put together and changed here.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Any = any;

const fileOf = (steps: unknown, name = 'mine.json') => {
  return { name, type: 'application/json', text: typeof steps === 'string' ? steps : JSON.stringify(steps) };
};

async function imported(steps: unknown, options: ImportOptions = {}) {
  const done = await converter.import([fileOf(steps)], options);
  if (!done.ok) throw new Error(done.problems.map(({ words, path }) => `${path}: ${words}`).join('\n'));
  return { ...done, codes: done.warnings.map(({ code, path }) => `${path ?? ''} ${code}`) };
}

async function stepsOf(journey: Journey, answers: Readonly<Record<string, string>> = {}): Promise<Any> {
  const done = await converter.export(journey, { answers });
  if (!done.ok) throw new Error(done.problems.map(({ words }) => words).join('\n'));
  return JSON.parse(done.files[0]?.text ?? '');
}

/** `in > a > b > out`, of the given types and data, one after the other. */
function chain(
  ...nodes: readonly { readonly type: string; readonly data?: unknown; readonly name?: string }[]
): Any {
  const all = [
    { type: 'entrance', data: { trigger: 'event', event_name: 'go' } },
    ...nodes,
    { type: 'exit', data: { entrance_uuid: 's0' } },
  ];
  return Object.fromEntries(
    all.map((node, index) => [
      `s${index}`,
      {
        x: 0,
        y: index * 100,
        ...node,
        ...(index < all.length - 1 && { children: [{ external_id: `s${index + 1}` }] }),
      },
    ]),
  );
}

/** What the step after the entrance was read as. */
async function readAs(node: { type: string; data?: unknown; name?: string }): Promise<Step | undefined> {
  const { journey } = await imported(chain(node));
  expect(findErrors(journey)).toEqual([]);
  return Object.entries(journey.steps).find(([id]) => id === 's1')?.[1];
}

const THIRD_PARTY: Readonly<Record<string, readonly string[]>> = {
  'fixtures/parcelvoy/spec_delay.json': [
    'e.data.trigger entered-from-outside',
    'd2.children.0 child-dangling',
  ],
  'fixtures/parcelvoy/spec_gates.json': [
    'e.data.trigger entered-from-outside',
    'g2.data.rule.operator operator-unread',
    'g2.data.rule rule-as-tag',
    'd1.children.0 child-dangling',
    'd2.children.0 child-dangling',
    'd3.children.0 child-dangling',
    ' column-not-here',
  ],
  'reference/formats/parcelvoy.stepmap.json': [
    'mail.data.campaign_id campaign-unknown',
    'g.data.rule event-as-behaviour',
    'sms.data.campaign_id campaign-unknown',
  ],
};

describe.each(Object.entries(THIRD_PARTY))('%s', (path, codes) => {
  testWithShared(`${path} is read, simulated, and written as it was`, path, async () => {
    const text = sharedText(path);
    const { journey, codes: told } = await imported(text, { schema: sampleFacts.schema });
    expect(told).toEqual(codes);
    expect(findErrors(journey, sampleFacts)).toEqual([]);
    expect(outcome(journey)).toBeDefined();
    expect(await stepsOf(journey)).toEqual(JSON.parse(text));
  });
});

describe('a step of the platform is read as', () => {
  test.each([
    [
      { format: 'duration', days: 1, hours: 2, minutes: 3 },
      { type: 'duration', minutes: 1563 },
    ],
    [
      { format: 'duration', hours: '2' },
      { type: 'duration', minutes: 120 },
    ],
    [
      { format: 'time', time: '9:05' },
      { type: 'timeOfDay', at: '09:05' },
    ],
    [
      { format: 'date', date: '{{ user.signed_up }}' },
      { type: 'date', column: 'signed_up', offsetMinutes: 0 },
    ],
    [
      { format: 'date', date: '2030-01-01' },
      { type: 'duration', minutes: 0 },
    ],
    [
      { format: 'duration', days: 1e9 },
      { type: 'duration', minutes: 52_560_000 },
    ],
  ])('a wait: %j', async (data, until) => {
    expect(await readAs({ type: 'delay', data })).toMatchObject({ kind: 'wait', until });
  });

  test.each([
    [
      { type: 'action', data: { campaign_id: 3 }, name: 'Hi' },
      { kind: 'message', name: 'Hi', channel: 'email' },
    ],
    [
      { type: 'update', data: { template: '{"plan": "pro", "seats": 3}' } },
      { kind: 'update', changes: [{ type: 'set', column: 'plan', value: 'pro' }, { value: 3 }] },
    ],
    [
      { type: 'update', data: { template: '{"n": {{add user.n 1}}}' }, name: 'Count' },
      { kind: 'goal', name: 'Count' },
    ],
    [{ type: 'event', data: { event_name: 'x', template: '{}' } }, { kind: 'goal' }],
    [
      { type: 'link', data: { target_id: 4 } },
      { kind: 'goal', name: 'Link' },
    ],
    [{ type: 'balancer', data: { rate_limit: 4 } }, { kind: 'goal' }],
    [{ type: 'gate', data: {} }, { kind: 'exit' }],
  ])('%j', async (node, as) => {
    expect(await readAs(node)).toMatchObject(as);
  });

  test('an experiment, by its ratios; a balancer is an even one', async () => {
    const steps = chain({ type: 'experiment' });
    steps.s1.children = [
      { external_id: 's2', data: { ratio: 1 } },
      { external_id: 's3', data: { ratio: 3 } },
    ];
    steps.s3 = { type: 'exit', x: 9, y: 9 };
    const weights = async () => {
      const { journey } = await imported(steps);
      const { s1 } = journey.steps as Any;
      return [s1.arms.map(({ weight }: Any) => weight), (journey.links as Any).s1];
    };
    expect(await weights()).toEqual([[25, 75], { 'arm-1': 's2', 'arm-2': 's3' }]);
    steps.s1.type = 'balancer';
    expect(await weights()).toEqual([[50, 50], { 'arm-1': 's2', 'arm-2': 's3' }]);
  });

  test('an entry: schedules in whole days, lists as everyone', async () => {
    const entry = async (data: unknown) => {
      const { journey, codes } = await imported({ e: { type: 'entrance', data } });
      return [(journey.steps as Any).e.trigger, codes.map((code) => code.split(' ')[1])];
    };
    expect(await entry({ trigger: 'schedule', list_id: 4, schedule: 'DTSTART:20260101T083000Z' })).toEqual([
      { type: 'atOnce' },
      ['list-as-audience'],
    ]);
    const weekly = 'DTSTART:20260101T083000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2';
    expect(await entry({ trigger: 'schedule', list_id: 4, schedule: weekly })).toEqual([
      { type: 'schedule', everyDays: 14, at: '08:30' },
      ['list-as-audience'],
    ]);
    const [, told] = await entry({ trigger: 'schedule', schedule: `${weekly};BYDAY=MO,TU` });
    expect(told).toContain('schedule-rounded');
  });

  test('a rule about a message of the file, where it names its campaign', async () => {
    const rule = {
      type: 'wrapper',
      group: 'event',
      path: '$.name',
      operator: 'and',
      value: 'email_clicked',
      children: [{ type: 'number', group: 'event', path: '$.campaign_id', operator: '=', value: 9 }],
    };
    const { journey } = await imported(
      chain({ type: 'action', data: { campaign_id: 9 } }, { type: 'gate', data: { rule } }),
    );
    const { s2 } = journey.steps as Any;
    expect(s2.branches[0].rule).toEqual({ kind: 'behaviour', did: 'clicked', step: 's1' });
  });
});

describe('a file of the platform', () => {
  test('as the server answers with it goes back without what the server writes', async () => {
    const steps = chain({ type: 'delay', data: { format: 'duration', days: 1 } });
    const served = structuredClone(steps);
    for (const one of Object.values<Any>(served))
      Object.assign(one, { id: 7, stats: { completed: 3 }, next_scheduled_at: null });
    const { journey } = await imported(served);
    expect(await stepsOf(journey)).toEqual(steps);
  });

  test('keeps ids that cannot be ids here, and what a person changed goes out beside what stayed', async () => {
    const ids = { s0: '0b0e8c1c-1', s1: '1fd6', s2: '2a', s3: '3c' } as const;
    const text = JSON.stringify(
      chain(
        { type: 'link', data: { target_id: 3 } },
        { type: 'delay', data: { format: 'duration', days: 1 } },
      ),
    ).replace(/s[0-3]/g, (id) => ids[id as keyof typeof ids]);
    const { journey } = await imported(text);
    expect(await stepsOf(journey)).toEqual(JSON.parse(text));
    const [wait] = stepEntries(journey).find(([, { kind }]) => kind === 'wait') ?? [];
    const longer = step('wait', { until: { type: 'duration', minutes: days(3) } });
    const changed = { ...journey, steps: { ...journey.steps, ...(wait && { [wait]: longer }) } };
    const out = await stepsOf(changed);
    expect(out['2a'].data).toMatchObject({ days: 3 });
    expect(out['1fd6']).toEqual(JSON.parse(text)['1fd6']);
  });

  test('can have its campaigns changed by answers, and a name by hand', async () => {
    const { journey } = await imported(
      chain({ type: 'action', data: { campaign_id: 9, extra: true }, name: 'A' }),
    );
    const renamed = {
      ...journey,
      steps: { ...journey.steps, s1: { ...(journey.steps as Any).s1, name: 'B' } },
    };
    const out = await stepsOf(renamed, { 'campaign:s1': '12' });
    expect(out.s1).toMatchObject({ name: 'B', data: { campaign_id: 12, extra: true } });
    expect((await stepsOf(renamed)).s1.data).toEqual({ campaign_id: 9, extra: true });
  });

  test('that goes in a circle is gone through once', async () => {
    const steps = chain(
      { type: 'delay', data: { format: 'duration', days: 1 } },
      { type: 'action', data: { campaign_id: 1 } },
    );
    steps.s2.children = [{ external_id: 's1' }];
    delete steps.s3;
    const { journey, codes } = await imported(steps);
    expect(codes).toContain(' loop-once');
    expect(journey.settings.maxPasses).toBe(1);
    expect(outcome(journey)).toBeDefined();
  });

  test('that goes in a circle in no time is slowed down', async () => {
    const steps = chain(
      { type: 'action', data: { campaign_id: 1 } },
      { type: 'event', data: { event_name: 'x' } },
    );
    steps.s2.children = [{ external_id: 's1' }];
    const { journey, codes } = await imported(steps);
    expect(codes.some((code) => code.endsWith('loop-slowed'))).toBe(true);
    expect(findErrors(journey)).toEqual([]);
  });

  test('with ways that the server does not go says so', async () => {
    const steps = chain({
      type: 'gate',
      data: { rule: { type: 'string', path: '$.plan', operator: 'is set' } },
    });
    steps.s1.children = [
      { external_id: 's2', path: 'yes' },
      { external_id: 's2', path: 'no' },
      { external_id: 's0', path: 'no' },
    ];
    steps.s0.children.push({ external_id: 's2' });
    const { journey, codes } = await imported(steps);
    expect((journey.links as Any).s1).toEqual({ else: 's2' });
    expect(codes).toEqual(['s0.children children-passed-over', 's1.children.0 child-twice']);
  });

  test('with an exit for an event keeps it for the way back', async () => {
    const steps = chain({ type: 'delay', data: { format: 'duration', days: 1 } });
    steps.bought = { type: 'exit', x: 1, y: 1, data: { entrance_uuid: 's0', event_name: 'bought' } };
    const { journey, codes } = await imported(steps);
    expect(codes).toContain('bought.data.event_name exit-by-event');
    expect(Object.keys(journey.steps)).not.toContain('bought');
    expect(await stepsOf(journey)).toEqual(steps);
  });
});

describe('what was changed on the platform goes before what was noted', () => {
  const journey = openSample('win-back');
  const changed = async (change: (steps: Any) => void) => {
    const steps = JSON.parse((await written(converter, journey)).files[0]?.text ?? '') as Any;
    change(steps);
    return imported(steps, { base: journey });
  };

  test('nothing changed: nothing is told', async () => {
    const { codes, journey: again } = await changed(() => undefined);
    expect(codes).toEqual([]);
    expect(again.settings.exitRules).toEqual(journey.settings.exitRules);
  });

  test('a window, and with it the whole check', async () => {
    const { codes, journey: again } = await changed((steps) => void (steps.check.data.days = 2));
    expect(codes).toContain('check note-outdated');
    const steps = again.steps as Any;
    expect([steps.check.kind, steps.check.until]).toEqual(['wait', { type: 'duration', minutes: days(2) }]);
    expect(steps['split-1'].branches[0].rule).toMatchObject({ kind: 'behaviour', did: 'clicked' });
  });

  test('places, names and campaigns are no such changes', async () => {
    const { codes, journey: again } = await changed((steps) => {
      for (const one of Object.values<Any>(steps)) one.x += 500;
      steps.offer.data.campaign_id = 77;
      steps.check.name = 'Heard of them?';
    });
    expect(codes).toEqual([]);
    expect((again.steps as Any).check).toMatchObject({ kind: 'check', name: 'Heard of them?' });
    expect((await stepsOf(again)).offer.data.campaign_id).toBe(77);
  });

  test('ratios', async () => {
    const { journey: again, codes } = await changed((steps) => void (steps.test.children[0].data.ratio = 29));
    expect(codes).toContain('test note-outdated');
    expect((again.steps as Any).test.arms[0].weight).toBeCloseTo((100 * 29) / 40);
  });

  test('a message that is gone is asked about no more', async () => {
    const { journey: again, codes } = await changed((steps) => {
      steps.value.children[0].external_id = 'end';
      delete steps.card;
    });
    expect(findErrors(again)).toEqual([]);
    expect(codes).toEqual([]);
    const looking = draft({ mail: step('message'), look: step('check', { on: 'mail' as never }) }, [
      'entry-1.next > mail',
      'mail.next > look',
    ]);
    const steps = await stepsOf(looking);
    steps['entry-1'].children[0].external_id = 'look';
    delete steps.mail;
    const gone = await imported(steps);
    expect(gone.codes).toContain('look message-gone');
    expect((gone.journey.steps as Any).look.on).toBe('latest');
  });

  test('a new way to a part of a step', async () => {
    const { journey: again, codes } = await changed(
      (steps) => void (steps.value.children[0].external_id = 'check.opened'),
    );
    expect(codes).toContain('check note-outdated');
    expect(findErrors(again)).toEqual([]);
  });

  test('names of events that were filled in stay', async () => {
    const steps = await stepsOf(journey, { 'event:converted': 'bought_it' });
    const { journey: again } = await imported(steps);
    expect(JSON.stringify(await stepsOf(again))).toContain('"bought_it"');
  });
});

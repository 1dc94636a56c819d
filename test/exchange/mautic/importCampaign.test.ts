import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import type { ExchangeFile, Imported } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';
import { mauticJourney } from '../../support/formats/mauticJourney.ts';
import { openSample } from '../../support/samples.ts';
import { sharedJson, sharedText, testWithShared } from '../../support/shared.ts';

const schema = sampleSchema(2_000);
const FIXTURE = 'fixtures/mautic/api-library_campaign_new_payload.json';
const EXAMPLE = 'reference/formats/mautic.campaigns-new.json';

function fileOf(value: unknown): ExchangeFile {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { name: 'campaign.json', type: 'application/json', text };
}

async function imported(value: unknown): Promise<Extract<Imported, { ok: true }>> {
  const read = await converter.import([fileOf(value)], { schema });
  if (!read.ok) throw new Error(read.problems.map(({ words }) => words).join('\n'));
  return read;
}

/** What a refusal says: its code, place and words in one line. */
async function refusal(value: unknown): Promise<string> {
  const read = await converter.import([fileOf(value)]);
  return read.ok
    ? 'not refused'
    : read.problems.map(({ code, path, words }) => `${code} ${path ?? ''} ${words}`).join('\n');
}

interface Event {
  readonly id?: string | undefined;
  readonly [field: string]: unknown;
}

function event(id: string, type: string, more: Readonly<Record<string, unknown>> = {}): Event {
  const eventType = type.startsWith('email.') && type !== 'email.send' ? 'decision' : 'action';
  return { id, name: id, type, eventType, properties: {}, triggerMode: 'immediate', ...more };
}

/** A campaign of events; lines as `a.yes > b`, where `.` is the source. */
function campaign(
  events: readonly Event[],
  lines: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): unknown {
  const connections = lines.map((line) => {
    const [from = '', targetId = ''] = line.split(' > ');
    const [source = '', anchor = 'bottom'] = from.split('.');
    return source === 'lists'
      ? { sourceId: 'lists', targetId, anchors: { source: 'leadsource', target: 'top' } }
      : { sourceId: source, targetId, anchors: { source: anchor, target: 'top' } };
  });
  return {
    name: 'Tried',
    lists: [{ id: 4 }],
    forms: [],
    events,
    canvasSettings: { nodes: [], connections },
    ...more,
  };
}

function stepsOf({ journey }: { readonly journey: Journey }): readonly string[] {
  return Object.values(journey.steps).map(({ kind, name }) => `${kind} ${name}`);
}

describe('files of others', () => {
  testWithShared(
    'Mautic’s own test payload is read, simulated, and comes back as it was',
    FIXTURE,
    async () => {
      const read = await imported(sharedText(FIXTURE));
      expect(stepsOf(read)).toContain('goal Add to company action');
      expect(read.warnings.map(({ path }) => path)).toEqual(['lists', 'events.0', 'events.2']);
      expect(findErrors(read.journey, { schema })).toEqual([]);
      expect(findProblems(read.journey, { schema }).filter(({ severity }) => severity === 'error')).toEqual(
        [],
      );
      expect(outcome(read.journey)).toBeDefined();
      const { files } = await written(converter, read.journey);
      expect(JSON.parse(files[0]!.text)).toEqual(sharedJson(FIXTURE));
    },
  );

  testWithShared('the example with a jump back is a loop, and comes back as it was', EXAMPLE, async () => {
    const { journey, warnings } = await imported(sharedText(EXAMPLE));
    expect(warnings.map(({ code }) => code)).toEqual(['segment-unknown']);
    const back = Object.entries(journey.steps).find(([, { name }]) => name === 'Back to welcome')!;
    expect(back[1]).toMatchObject({ kind: 'wait', until: { type: 'duration', minutes: 7 * 1440 } });
    expect(journey.links['message-1' as keyof typeof journey.links]).toEqual({ next: 'check-1' });
    expect(Object.values(journey.links)).toContainEqual({ next: 'message-1' });
    expect(outcome(journey)).toBeDefined();
    const { files } = await written(converter, journey);
    expect(JSON.parse(files[0]!.text)).toEqual(sharedJson(EXAMPLE));
  });

  testWithShared('one step changed, the others stay what they were', EXAMPLE, async () => {
    const { journey } = await imported(sharedText(EXAMPLE));
    const id = Object.keys(journey.steps).find((one) => one.startsWith('update'))!;
    const update = {
      kind: 'update',
      name: 'Tag engaged',
      changes: [{ type: 'addTag', tag: 'warm' }],
    } as const;
    const { files } = await written(converter, { ...journey, steps: { ...journey.steps, [id]: update } });
    const before = sharedJson(EXAMPLE) as { events: readonly { id: string }[] };
    const after = JSON.parse(files[0]!.text) as typeof before;
    expect(after.events.filter((one) => one.id !== 'new3')).toEqual(
      before.events.filter((one) => one.id !== 'new3'),
    );
    expect(after.events.find((one) => one.id === 'new3')).toMatchObject({
      properties: { add_tags: ['warm'] },
    });
  });

  testWithShared('an answer for a blank goes into the event as it stands', EXAMPLE, async () => {
    const { journey } = await imported(sharedText(EXAMPLE));
    const exported = await converter.export(journey, { answers: { 'email:message-1': '77', segment: '9' } });
    const body = JSON.parse(exported.ok ? exported.files[0]!.text : '{}') as {
      lists: unknown;
      events: readonly { properties: unknown }[];
    };
    expect(body.lists).toEqual([{ id: 9 }]);
    expect(body.events[0]!.properties).toEqual({
      email: 77,
      email_type: 'marketing',
      priority: 2,
      attempts: 3,
    });
  });
});

describe('what is read of events', () => {
  test('conditions are splits, their paths are kept apart', async () => {
    const asked = { eventType: 'condition', properties: { field: 'orders', operator: 'gte', value: '3' } };
    const { journey } = await imported(
      campaign(
        [
          event('new_a', 'lead.field_value', asked),
          event('new_b', 'email.send'),
          event('new_c', 'sms.send_text_sms'),
        ],
        ['lists > new_a', 'new_a.yes > new_b', 'new_a.no > new_c'],
      ),
    );
    expect(journey.steps).toMatchObject({
      a: {
        kind: 'split',
        branches: [{ id: 'yes', rule: { column: 'orders', operator: 'atLeast', value: 3 } }],
      },
      b: { kind: 'message', channel: 'email' },
      c: { kind: 'message', channel: 'sms' },
    });
    expect(journey.links).toMatchObject({ a: { yes: 'b', else: 'c' } });
  });

  test('segments known by number, fields by unknown operators and unknown conditions are tags, each with its place', async () => {
    const { journey, warnings } = await imported(
      campaign(
        [
          event('new_a', 'lead.segments', { eventType: 'condition', properties: { segments: [12] } }),
          event('new_b', 'lead.field_value', {
            eventType: 'condition',
            properties: { field: 'city', operator: 'regexp', value: '^A' },
          }),
          event('new_c', 'lead.stages', { eventType: 'condition', properties: { stages: ['3'] } }),
        ],
        ['lists > new_a', 'new_a.yes > new_b', 'new_b.no > new_c'],
      ),
    );
    expect(journey.steps).toMatchObject({
      a: { branches: [{ rule: { kind: 'tag', tag: 'segment-12' } }] },
      b: { branches: [{ rule: { kind: 'tag', tag: 'city-regexp-a' } }] },
      c: { branches: [{ rule: { kind: 'tag', tag: 'lead-stages-3' } }] },
    });
    expect(warnings.map(({ path }) => path)).toEqual(['lists', 'events.0', 'events.1', 'events.2']);
  });

  test('actions that run beside each other come one after the other, at their own times', async () => {
    const after = (days: number) => ({
      triggerMode: 'interval',
      triggerInterval: days,
      triggerIntervalUnit: 'd',
    });
    const { journey, warnings } = await imported(
      campaign(
        [
          event('new_third', 'email.send', after(9)),
          event('new_first', 'email.send'),
          event('new_second', 'email.send', after(2)),
          event('new_tagged', 'lead.changetags', { properties: { add_tags: ['x'] }, ...after(3) }),
        ],
        ['lists > new_third', 'lists > new_first', 'lists > new_second', 'new_second > new_tagged'],
      ),
    );
    const order: string[] = [];
    for (let at: string | undefined = 'entry-1'; at !== undefined;) {
      const { until } = journey.steps[at as keyof typeof journey.steps] as { until?: { minutes: number } };
      order.push(until ? `${until.minutes / 1440} d` : at);
      at = journey.links[at as keyof typeof journey.links]?.['next'];
    }
    expect(order).toEqual(['entry-1', 'first', '2 d', 'second', '3 d', 'tagged', '4 d', 'third', 'end']);
    expect(warnings.map(({ code }) => code)).toContain('paths-in-a-row');
  });

  test('times of day, days of the week, months and fixed dates', async () => {
    const read = async (trigger: Readonly<Record<string, unknown>>) => {
      const { journey, warnings } = await imported(
        campaign([event('new_a', 'email.send', { triggerMode: 'interval', ...trigger })], ['lists > new_a']),
      );
      const wait = Object.values(journey.steps).find(({ kind }) => kind === 'wait');
      return [wait?.kind === 'wait' ? wait.until : undefined, warnings.length - 1];
    };
    const days = (amount: number) => ({ triggerInterval: amount, triggerIntervalUnit: 'd' });
    expect(await read({ ...days(2), triggerHour: '09:00' })).toEqual([
      { type: 'daysAt', days: 2, at: '09:00' },
      0,
    ]);
    expect(await read({ ...days(1), triggerRestrictedDaysOfWeek: ['0'] })).toEqual([
      { type: 'weekday', weekday: 'sunday' },
      0,
    ]);
    expect(
      await read({
        ...days(0),
        triggerRestrictedStartHour: '1970-01-01T09:00:00+00:00',
        triggerRestrictedStopHour: '1970-01-01T17:00:00+00:00',
      }),
    ).toEqual([undefined, 1]);
    expect(await read({ triggerInterval: 2, triggerIntervalUnit: 'm' })).toEqual([
      { type: 'duration', minutes: 60 * 1440 },
      1,
    ]);
    expect(await read({ triggerMode: 'date', triggerDate: '2026-12-24' })).toEqual([undefined, 1]);
  });

  test('what was changed in Mautic is read as it stands there', async () => {
    const journey = openSample('welcome');
    const { files } = await written(converter, journey);
    const body = JSON.parse(files[0]!.text) as {
      events: { id: string; properties: Record<string, unknown> }[];
    };
    body.events.find(({ id }) => id === 'new_test')!.properties['value'] = '60';
    const read = await converter.import([fileOf(body)], { base: journey });
    expect(read.ok && read.warnings.map(({ code, path }) => `${code} ${path}`)).toContain(
      'changed-in-mautic events.1',
    );
    expect(read.ok && read.journey.steps['test' as keyof typeof read.journey.steps]).toMatchObject({
      kind: 'split',
    });
    expect(read.ok && findErrors(read.journey)).toEqual([]);
  });
});

describe('what is refused, and where', () => {
  const one = event('new_a', 'email.send');
  test.each<[string, unknown, RegExp]>([
    ['text that is cut short', '{"name":"x","events":[{"id"', /not-json line 1, column \d+/],
    [
      'another platform',
      { name: 'x', actions: [], edges: [], trigger: {} },
      /not-a-campaign {2}.*workflow of PostHog/,
    ],
    ['a journey of ours', { format: 'rehearsal-journey', version: 1 }, /open it instead/],
    ['a list of campaigns', { total: 2, campaigns: {} }, /a list of campaigns/],
    ['nothing of the kind', [1, 2, 3], /not-a-campaign/],
    [
      'several campaigns',
      [
        { campaign: [], campaign_event: [] },
        { campaign: [], campaign_event: [] },
      ],
      /one by one/,
    ],
    [
      'an eventType of a newer Mautic',
      campaign([{ ...one, eventType: 'gateway' }], []),
      /events\.0\.eventType.*newer Mautic/,
    ],
    ['an event without an id', campaign([{ ...one, id: undefined }], []), /events\.0\.id/],
    ['an id twice', campaign([one, one], []), /id-twice events\.1/],
    [
      'a line to nothing',
      campaign([one], ['lists > new_b']),
      /line-without-end canvasSettings\.connections\.0/,
    ],
    [
      'a line from nothing',
      campaign([one], ['new_x > new_a']),
      /line-without-end canvasSettings\.connections\.0/,
    ],
    [
      'a circle',
      campaign([one, event('new_b', 'email.send')], ['new_a > new_b', 'new_b > new_a']),
      /circle events\.0/,
    ],
    [
      'a jump to nothing',
      campaign([event('new_j', 'campaign.jump_to_event', { properties: { jumpToEvent: 'new_x' } })], []),
      /jump-without-end events\.0\.properties\.jumpToEvent/,
    ],
    [
      'a jump to a jump',
      campaign([event('new_j', 'campaign.jump_to_event', { properties: { jumpToEvent: 'new_j' } })], []),
      /jump-to-jump/,
    ],
    [
      'decisions beside each other',
      campaign(
        [one, event('new_o', 'email.open'), event('new_c', 'email.click')],
        ['lists > new_a', 'new_a > new_o', 'new_a > new_c'],
      ),
      /parallel-paths events\.2 Mautic runs “new_o” and “new_c” beside each other/,
    ],
    ['no events', campaign([], []), /no-events/],
    [
      'keys of JavaScript',
      '{"name":"x","events":[{"__proto__":{"a":1}}]}',
      /forbidden-name events\.0\.__proto__/,
    ],
    ['nesting without end', `${'['.repeat(5000)}${']'.repeat(5000)}`, /nested-too-deep/],
    ['20 MB', `"${'x'.repeat(20 * 1024 * 1024)}"`, /file-too-large/],
    [
      'more events than a journey has steps',
      campaign(
        Array.from({ length: 2100 }, (_, n) => event(`new_${n}`, 'email.send')),
        [],
      ),
      /too-many-steps/,
    ],
  ])('%s', async (_, value, says) => {
    expect(await refusal(value)).toMatch(says);
  });

  test('several files, and none', async () => {
    for (const files of [[], [fileOf('{}'), fileOf('{}')]])
      expect(await converter.import(files)).toMatchObject({ ok: false, problems: [{ code: 'one-file' }] });
  });

  test('the last of several lines to an event is taken, as Mautic does, and told', async () => {
    const events = [event('new_a', 'email.send'), event('new_b', 'email.send'), event('new_c', 'email.send')];
    const { warnings } = await imported(
      campaign(events, ['lists > new_a', 'new_a > new_b', 'new_a > new_c', 'new_b > new_c']),
    );
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'several-parents', path: 'canvasSettings.connections.3' }),
    );
  });

  test('a jump that only leads round is slowed, not followed for ever', async () => {
    const jump = event('new_j', 'campaign.jump_to_event', { properties: { jumpToEvent: 'new_a' } });
    const { journey, warnings } = await imported(
      campaign([event('new_a', 'email.send'), jump], ['lists > new_a', 'new_a > new_j']),
    );
    expect(warnings.map(({ code }) => code)).toContain('loop-slowed');
    expect(findErrors(journey)).toEqual([]);
  });
});

test('names are text, whatever they look like', async () => {
  const name = `<script>alert("1")</script> {{column|default}} ' & \\`;
  const journey = openSample('welcome');
  const hello = Object.entries(journey.steps).find(([id]) => id === 'hello')![1];
  const odd: Journey = {
    ...journey,
    name,
    steps: { ...journey.steps, ['hello' as never]: { ...hello, name } },
  };
  const { files } = await written(converter, odd);
  expect(JSON.parse(files[0]!.text)).toMatchObject({ name });
  const again = await readBack(converter, files, odd);
  expect([again.name, again.steps]).toEqual([name, odd.steps]);
});

test('nothing is thrown, whatever is read', async () => {
  const [journey] = fc.sample(mauticJourney, { seed: 2, numRuns: 1 });
  const whole = (await written(converter, journey!)).files[0]!.text;
  const holes = fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        holes.map((all) => damaged(whole, all)),
      ),
      async (text) => {
        const read = await converter.import([fileOf(text)], { schema });
        if (read.ok) expect(findErrors(read.journey, { schema })).toEqual([]);
        else expect(read.problems.every(({ words }) => words.length > 0)).toBe(true);
      },
    ),
    { seed: 4, numRuns: 250 },
  );
});

/** The file with some of its values taken out or replaced. */
function damaged(text: string, holes: readonly (readonly [number, unknown])[]): string {
  let at = 0;
  const chosen = new Map(holes.map(([place, value]) => [place % 400, value]));
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => {
    at += 1;
    if (!chosen.has(at)) return value;
    return at % 2 === 0 ? undefined : chosen.get(at);
  });
}

import { describe, expect, test } from 'vitest';
import type { Imported } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';
import { campaign, event, fileOf } from '../../support/formats/mauticCampaign.ts';
import { openSample } from '../../support/samples.ts';
import { sharedJson, sharedText, testWithShared } from '../../support/shared.ts';

const schema = sampleSchema(2_000);
const FIXTURE = 'fixtures/mautic/api-library_campaign_new_payload.json';
const EXAMPLE = 'reference/formats/mautic.campaigns-new.json';

async function imported(value: unknown): Promise<Extract<Imported, { ok: true }>> {
  const read = await converter.import([fileOf(value)], { schema });
  if (!read.ok) throw new Error(read.problems.map(({ words }) => words).join('\n'));
  return read;
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
    expect(warnings.map(({ code }) => code)).toEqual(['segment-unknown', 'sent-once']);
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

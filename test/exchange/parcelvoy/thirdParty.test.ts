import { describe, expect, test } from 'vitest';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import { stepId } from '../../../src/journey/ids.ts';
import { days } from '../../../src/journey/units.ts';
import { step } from '../../support/draftJourney.ts';
import {
  chainOf,
  exportedSteps,
  importedSteps,
  type LooseSteps,
  stepIn,
} from '../../support/formats/parcelvoySteps.ts';
import { outcome } from '../../support/formats/roundTrip.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';
import { sharedText, testWithShared } from '../../support/shared.ts';

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

for (const [path, codes] of Object.entries(THIRD_PARTY))
  testWithShared(`${path} is read, simulated, and written as it was`, path, async () => {
    const text = sharedText(path);
    const { journey, codes: told } = await importedSteps(text, { schema: sampleFacts.schema });
    expect(told).toEqual(codes);
    expect(findErrors(journey, sampleFacts)).toEqual([]);
    expect(outcome(journey)).toBeDefined();
    expect((await exportedSteps(journey)).steps).toEqual(JSON.parse(text));
  });

const DAY = { type: 'delay', data: { format: 'duration', days: 1 } };
const SEND = { type: 'action', data: { campaign_id: 9, extra: true }, name: 'A' };

describe('a file of the platform', () => {
  test('as the server answers with it goes back without what the server writes', async () => {
    const steps = chainOf(DAY);
    const served = Object.fromEntries(
      Object.entries(steps).map(([id, one]) => [
        id,
        { ...one, id: 7, stats: { completed: 3 }, stats_at: 'now', next_scheduled_at: null },
      ]),
    );
    const { journey } = await importedSteps(served);
    expect((await exportedSteps(journey)).steps).toEqual(steps);
  });

  test('keeps ids that cannot be ids here, and what a person changed goes out beside what stayed', async () => {
    const ids = { s0: '0b0e8c1c-1', s1: '1fd6', s2: '2a', s3: '3c' } as const;
    const text = JSON.stringify(chainOf({ type: 'link', data: { target_id: 3 } }, DAY)).replace(
      /s[0-3]/g,
      (id) => ids[id as keyof typeof ids],
    );
    const before = JSON.parse(text) as LooseSteps;
    const { journey } = await importedSteps(text);
    expect((await exportedSteps(journey)).steps).toEqual(before);
    const [wait] = stepEntries(journey).find(([, { kind }]) => kind === 'wait') ?? [];
    const longer = step('wait', { until: { type: 'duration', minutes: days(3) } });
    const changed = { ...journey, steps: { ...journey.steps, ...(wait && { [wait]: longer }) } };
    const { steps } = await exportedSteps(changed);
    expect(steps['2a']?.data).toMatchObject({ days: 3 });
    expect(steps['1fd6']).toEqual(before['1fd6']);
  });

  test('can have its campaigns changed by answers, and a name by hand', async () => {
    const { journey } = await importedSteps(chainOf(SEND));
    const s1 = stepIn(journey, 's1')!;
    const renamed = { ...journey, steps: { ...journey.steps, [stepId('s1')]: { ...s1, name: 'B' } } };
    const asIs = await exportedSteps(renamed);
    expect(asIs.steps['s1']).toMatchObject({ name: 'B', data: { campaign_id: 9, extra: true } });
    const answered = await exportedSteps(renamed, { answers: { 'campaign:s1': '12' } });
    expect(answered.steps['s1']?.data).toEqual({ campaign_id: 12, extra: true });
  });

  test('that goes in a circle is gone through once', async () => {
    const { s3: _, ...steps } = chainOf(DAY, SEND);
    steps['s2']!.children = [{ external_id: 's1' }];
    const { journey, codes } = await importedSteps(steps);
    expect(codes).toContain(' loop-once');
    expect(journey.settings.maxPasses).toBe(1);
    expect(outcome(journey)).toBeDefined();
  });

  test('that goes in a circle in no time is slowed down', async () => {
    const steps = chainOf(SEND, { type: 'event', data: { event_name: 'x' } });
    steps['s2']!.children = [{ external_id: 's1' }];
    const { journey, codes } = await importedSteps(steps);
    expect(codes).toContain(' loop-slowed');
    expect(findErrors(journey)).toEqual([]);
  });

  test('with ways that the server does not go says so', async () => {
    const rule = { type: 'string', path: '$.plan', operator: 'is set' };
    const steps = chainOf({ type: 'gate', data: { rule } });
    steps['s1']!.children = [
      { external_id: 's2', path: 'yes' },
      { external_id: 's2', path: 'no' },
    ];
    steps['s0']!.children!.push({ external_id: 's2' });
    const { journey, codes } = await importedSteps(steps);
    expect(journey.links[stepId('s1')]).toEqual({ else: 's2' });
    expect(codes).toEqual(['s0.children children-passed-over', 's1.children.0 child-twice']);
  });

  test('with a way back to the entrance ends there', async () => {
    const steps = chainOf(DAY);
    steps['s1']!.children = [{ external_id: 's0' }];
    const { journey, codes } = await importedSteps(steps);
    expect(journey.links[stepId('s1')]).toBeUndefined();
    expect(codes).toContain('s1.children back-to-entrance');
  });

  test('with an exit for an event keeps it for the way back', async () => {
    const leave = { type: 'exit', x: 1, y: 1, data: { entrance_uuid: 's0', event_name: 'bought' } };
    const steps = { ...chainOf(DAY), leave };
    const { journey, codes } = await importedSteps(steps);
    expect(codes).toContain('leave.data.event_name exit-by-event');
    expect(stepIn(journey, 'leave')).toBeUndefined();
    expect((await exportedSteps(journey)).steps).toEqual(steps);
  });

  test('is called after its name where it has none inside', async () => {
    const { journey } = await importedSteps(chainOf(DAY));
    expect(journey.name).toBe('mine');
  });
});

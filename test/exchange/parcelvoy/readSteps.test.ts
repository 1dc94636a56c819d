import { describe, expect, test } from 'vitest';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { chainOf, importedSteps, type LooseStep, stepIn } from '../../support/formats/parcelvoySteps.ts';

/** What the step after the entrance was read as. */
async function readAs(node: LooseStep): Promise<Step | undefined> {
  const { journey } = await importedSteps(chainOf(node));
  expect(findErrors(journey)).toEqual([]);
  return stepIn(journey, 's1');
}

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
    [{ type: 'experiment' }, { kind: 'exit' }],
  ])('%j', async (node, as) => {
    expect(await readAs(node)).toMatchObject(as);
  });

  test('an experiment, by its ratios; a balancer is an even one', async () => {
    const steps = chainOf({ type: 'experiment' });
    const children = [
      { external_id: 's2', data: { ratio: 1 } },
      { external_id: 's3', data: { ratio: 3 } },
    ];
    const weights = async (type: string) => {
      steps['s1'] = { type, children };
      const { journey } = await importedSteps({ ...steps, s3: { type: 'exit' } });
      expect(journey.links[stepId('s1')]).toEqual({ 'arm-1': 's2', 'arm-2': 's3' });
      const step = stepIn(journey, 's1');
      return step?.kind === 'experiment' ? step.arms.map(({ weight }) => weight) : [];
    };
    expect(await weights('experiment')).toEqual([25, 75]);
    expect(await weights('balancer')).toEqual([50, 50]);
  });

  test('an entry: schedules in whole days, lists as everyone', async () => {
    const entry = async (schedule: string) => {
      const data = { trigger: 'schedule', list_id: 4, schedule };
      const { journey, codes } = await importedSteps({ e: { type: 'entrance', data } });
      const step = stepIn(journey, 'e');
      return [step?.kind === 'entry' && step.trigger, codes];
    };
    const told = 'e.data.list_id list-as-audience';
    expect(await entry('DTSTART:20260101T083000Z')).toEqual([{ type: 'atOnce' }, [told]]);
    const weekly = 'DTSTART:20260101T083000Z\nRRULE:FREQ=WEEKLY;INTERVAL=2';
    const every14 = { type: 'schedule', everyDays: 14, at: '08:30' };
    expect(await entry(weekly)).toEqual([every14, [told]]);
    expect(await entry(`${weekly};BYDAY=MO,TU`)).toEqual([
      every14,
      [told, 'e.data.schedule schedule-rounded'],
    ]);
  });

  test('a rule about a message of the file, where it names its campaign', async () => {
    const campaign = { type: 'number', group: 'event', path: '$.campaign_id', operator: '=', value: 9 };
    const clicked = {
      type: 'wrapper',
      group: 'event',
      path: '$.name',
      operator: 'and',
      value: 'email_clicked',
    };
    const rule = { ...clicked, children: [campaign] };
    const { journey } = await importedSteps(
      chainOf({ type: 'action', data: { campaign_id: 9 } }, { type: 'gate', data: { rule } }),
    );
    expect(stepIn(journey, 's2')).toMatchObject({
      branches: [{ rule: { kind: 'behaviour', did: 'clicked', step: 's1' } }],
    });
  });
});

import { describe, expect, test } from 'vitest';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { RESPONSES } from '../../../src/journey/steps/check.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { hours, minutes } from '../../../src/journey/units.ts';
import { around, branchOf, draft, step } from '../../support/draftJourney.ts';
import { codes, flowOf } from './flowOf.ts';

describe('steps one by one', () => {
  const one = async (middle: Step, exits?: readonly string[]) => flowOf(around(middle, exits));
  const only = async (middle: Step, exits?: readonly string[]) =>
    (await one(middle, exits)).definition.actions;

  test.each([
    [
      { type: 'duration', minutes: minutes(90) },
      { unit: 'minutes', value: 90 },
    ],
    [
      { type: 'duration', minutes: hours(5) },
      { unit: 'hours', value: 5 },
    ],
    [
      { type: 'daysAt', days: 2, at: '09:30' },
      { unit: 'days', value: 2, delay_until_time: '09:30:00' },
    ],
    [
      { type: 'timeOfDay', at: '18:00' },
      { unit: 'days', value: 0, delay_until_time: '18:00:00' },
    ],
    [
      { type: 'weekday', weekday: 'tuesday' },
      { unit: 'days', value: 1, delay_until_weekdays: ['tuesday'] },
    ],
    [
      { type: 'random', from: minutes(60), to: minutes(120) },
      { unit: 'minutes', value: 90 },
    ],
  ] as const)('a wait %j', async (until, data) => {
    expect(await only(step('wait', { until }))).toMatchObject([{ type: 'time-delay', data }]);
  });

  test('a wait for the date that starts the flow counts down to it; for another date the flow ends there', async () => {
    const at = (column: string, offsetMinutes: number) =>
      step('wait', { until: { type: 'date', column, offsetMinutes } });
    const trigger = { type: 'date', column: 'renewal_date', offsetDays: -45, at: '09:00' } as const;
    const dated = (wait: Step) =>
      draft({ due: step('entry', { trigger }), wait, mail: step('message') }, [
        'due.next > wait',
        'wait.next > mail',
      ]);
    const types = async (journey: Journey) =>
      (await flowOf(journey)).definition.actions.map(({ type }) => type);
    expect(await types(dated(at('renewal_date', -9540)))).toEqual([
      'target-date',
      'countdown-delay',
      'send-email',
    ]);
    expect(await types(dated(at('renewal_date', 4920)))).toEqual([
      'target-date',
      'countdown-delay',
      'time-delay',
      'send-email',
    ]);
    const { definition, fits } = await flowOf(dated(at('birthday', 0)));
    expect(definition.actions.map(({ type }) => type)).toEqual(['target-date']);
    expect(codes(fits, 'wait')).toEqual(['date-of-another-flow']);
    expect(codes(fits, 'mail')).toEqual(['step-unreachable']);
  });

  test('a split of one branch is a question of yes and no; of several one split', async () => {
    const vip = branchOf('vip', { kind: 'column', column: 'tier', operator: 'is', value: 'vip' });
    const rich = branchOf('rich', { kind: 'column', column: 'orders', operator: 'atLeast', value: 3 });
    expect(await only(step('split', { branches: [vip] }), ['vip', 'else'])).toMatchObject([
      {
        temporary_id: 'm.yes.vip',
        type: 'conditional-split',
        links: { next_if_true: null, next_if_false: null },
      },
    ]);
    expect(await only(step('split', { branches: [vip, rich] }), ['vip', 'rich', 'else'])).toMatchObject([
      {
        temporary_id: 'm',
        type: 'multi-branch-split',
        data: {
          branches: [{ branch_id: 'vip' }, { branch_id: 'rich' }, { branch_id: 'else', is_else: true }],
        },
      },
    ]);
    const many = Array.from({ length: 25 }, (_, index) => branchOf(`way-${index}`, vip.rule));
    const chained = await flowOf(around(step('split', { branches: many }), ['else']));
    expect(chained.definition.actions).toHaveLength(25);
    expect(codes(chained.fits, 'm')).toContain('split-chained');
  });

  test('an experiment is questions of chance, with the shares that really come of it', async () => {
    const arms = [40, 35, 25].map((weight, index) => ({ id: `arm-${index}`, name: `Arm ${index}`, weight }));
    const { definition, fits } = await one(step('experiment', { arms }), ['arm-0']);
    expect(definition.actions).toMatchObject([
      {
        temporary_id: 'm.arm.arm-0',
        data: {
          profile_filter: {
            condition_groups: [{ conditions: [{ type: 'profile-sample', percentage: 40 }] }],
          },
        },
        links: { next_if_false: 'm.arm.arm-1.arm-2' },
      },
      {
        temporary_id: 'm.arm.arm-1.arm-2',
        data: { profile_filter: { condition_groups: [{ conditions: [{ percentage: 58 }] }] } },
      },
    ]);
    expect(fits.find(({ code }) => code === 'random-split')).toMatchObject({
      values: { shares: '40 : 34.8 : 25.2' },
      returns: true,
    });
    const thirds = arms.map((arm, index) => ({ ...arm, weight: [33.3, 33.3, 33.4][index]! }));
    const uneven = await one(step('experiment', { arms: thirds }), ['arm-0']);
    expect(uneven.fits.find(({ code }) => code === 'random-split')).toMatchObject({ returns: false });
  });

  test('a holdout that walks on leaves instead, and what only it came to is left out', async () => {
    const arms = [{ id: 'a', name: 'A', weight: 90 }];
    const journey = draft(
      {
        test: step('experiment', { arms, holdout: { weight: 10, goesOn: true } }),
        mail: step('message'),
        quiet: step('goal'),
      },
      ['entry-1.next > test', 'test.a > mail', 'test.holdout > quiet'],
    );
    const { definition, fits } = await flowOf(journey);
    expect(definition.actions.map(({ type }) => type)).toEqual(['conditional-split', 'send-email']);
    expect(codes(fits, 'test')).toContain('holdout-leaves');
    expect(codes(fits, 'quiet')).toEqual(['step-unreachable']);
  });

  test('a check is a delay of its window and then the question what happened in it', async () => {
    const check = step('check', {
      on: stepId('mail'),
      responses: ['opened', 'clicked'],
      windowMinutes: hours(48),
      ranked: true,
    });
    const journey = draft(
      { mail: step('message', { name: 'Hello' }), gap: step('wait'), check, end: step('exit') },
      [
        'entry-1.next > mail',
        'mail.next > gap',
        'gap.next > check',
        'check.clicked > end',
        'check.noResponse > mail-2',
      ].slice(0, 4),
    );
    const { definition, fits, blanks } = await flowOf(journey);
    expect(definition.actions.slice(2)).toMatchObject([
      {
        temporary_id: 'check.window.mail.ranked.arrival.2880',
        type: 'time-delay',
        data: { unit: 'days', value: 2 },
        links: { next: 'check' },
      },
      {
        temporary_id: 'check',
        type: 'multi-branch-split',
        data: {
          branches: [
            {
              branch_id: 'clicked',
              branch_filter: {
                condition_groups: [
                  {
                    conditions: [
                      {
                        metric_id: 'CLICKED_EMAIL',
                        timeframe_filter: { operator: 'in-the-last', unit: 'day', quantity: 3 },
                        metric_filters: [{ property: 'Campaign Name', filter: { value: 'Hello' } }],
                      },
                    ],
                  },
                ],
              },
            },
            { branch_id: 'opened' },
            { branch_id: 'noResponse', is_else: true },
          ],
        },
      },
    ]);
    expect(fits.find(({ code }) => code === 'check-after-delay')).toMatchObject({
      fit: 'emulated',
      returns: true,
    });
    expect(blanks.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['metric:clicked-email', 'metric:opened-email']),
    );
  });

  test('all responses on every channel name a metric', async () => {
    for (const channel of ['email', 'sms', 'push', 'in-app'] as const) {
      const check = step('check', { responses: RESPONSES });
      const journey = draft({ mail: step('message', { channel }), check }, [
        'entry-1.next > mail',
        'mail.next > check',
      ]);
      const { blanks } = await flowOf(journey);
      expect(blanks.filter(({ kind }) => kind === 'metric')).toHaveLength(RESPONSES.length);
    }
  });

  test('updates, hand-offs and goals are what flows have nearest to them', async () => {
    const update = step('update', {
      changes: [
        { type: 'set', column: 'since', value: '2026-03-02' },
        { type: 'set', column: 'vip', value: true },
        { type: 'addTag', tag: 'engaged' },
        { type: 'addScore', points: 5 },
        { type: 'suppress', channel: 'all' },
      ],
    });
    const written = await one(update);
    expect(written.definition.actions).toMatchObject([
      {
        type: 'update-profile',
        data: {
          profile_operations: [
            { property_type: 'date', property_key: "properties['since']", property_value: '2026-03-02' },
            { property_type: 'boolean' },
            { property_type: 'list', property_operation: 'add', property_value: 'engaged' },
          ],
        },
      },
      { type: 'list-update', data: { on_execution: true, list_id: 'LIST_SUPPRESSED_ALL' } },
    ]);
    expect(codes(written.fits, 'm').sort()).toEqual(['score-dropped', 'suppressed-by-list', 'tags-as-list']);
    const passed = await one(step('update', { changes: [{ type: 'addScore', points: 5 }] }));
    expect(passed.definition).toMatchObject({ actions: [], entry_action_id: null });
    const handedOff = around(step('handoff'), ['accepted', 'missed']);
    expect((await flowOf(handedOff)).fits.filter((fit) => fit.step === 'm')).toMatchObject([
      { fit: 'emulated', code: 'handoff-alert' },
      { fit: 'missing', code: 'handoff-one-way', returns: false },
    ]);
    expect(await only(step('handoff'), ['accepted'])).toMatchObject([
      { type: 'send-internal-alert', data: { message: { to_emails: ['sales@example.com'] } } },
      { type: 'time-delay', data: { unit: 'hours', value: 4 } },
    ]);
    expect(await only(step('goal', { name: 'Bought' }))).toMatchObject([
      {
        type: 'update-profile',
        data: {
          profile_operations: [{ property_key: "properties['Reached: Bought']", property_value: 'today' }],
        },
      },
    ]);
  });

  test('a ladder is questions for consent and messages', async () => {
    const actions = await only(step('escalate'), ['sent', 'exhausted']);
    expect(actions.map(({ type }) => type)).toEqual([
      'conditional-split',
      'send-sms',
      'conditional-split',
      'send-mobile-push',
    ]);
  });

  test('steps that are switched off, or that nobody comes to, are left out and said', async () => {
    const journey = draft(
      { off: step('wait', { disabled: true }), mail: step('message'), lost: step('goal') },
      ['entry-1.next > off', 'off.next > mail'],
    );
    const { definition, fits } = await flowOf(journey);
    expect(definition.actions).toMatchObject([{ temporary_id: 'mail' }]);
    expect([codes(fits, 'off'), codes(fits, 'lost')]).toEqual([['step-disabled'], ['step-unreachable']]);
  });
});

import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import type { Fit } from '../../../src/exchange/contract.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { RESPONSES } from '../../../src/journey/steps/check.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import { around, branchOf, draft, step } from '../../support/draftJourney.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { verifyKlaviyo } from '../../support/formats/klaviyo.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';

interface Definition {
  triggers: Record<string, unknown>[];
  profile_filter: unknown;
  reentry_criteria: unknown;
  entry_action_id: string | null;
  actions: Record<string, unknown>[];
}

async function flowOf(journey: Journey, answers: Record<string, string> = {}) {
  const exported = await converter.export(journey, { answers });
  if (!exported.ok) throw new Error(exported.problems.map(({ words }) => words).join('\n'));
  expect(verifyKlaviyo(exported.files)).toEqual([]);
  const body = JSON.parse(exported.files[0]!.text) as {
    data: { attributes: { name: string; definition: Definition } };
  };
  return { ...exported, definition: body.data.attributes.definition, name: body.data.attributes.name };
}

const codes = (fits: readonly Fit[], id: string) =>
  fits.filter(({ step }) => step === id).map(({ code }) => code);

describe('every template', () => {
  test.each(SAMPLE_NAMES)('%s goes out as a flow and comes back without errors', async (name) => {
    const journey = openSample(name);
    const { fits, definition } = await flowOf(journey);
    expect(definition.actions.length).toBeGreaterThan(0);
    for (const id of Object.keys(journey.steps)) expect(codes(fits, id).length).toBeGreaterThan(0);
    for (const fit of fits) if (fit.fit !== 'native') expect(fit.words).toMatch(/\.$/);
    const { files } = await written(converter, journey);
    const again = await readBack(converter, files, journey);
    if (name === 'renewal' || name === 'orchestration') expect(outcome(again)).toBeDefined();
  });

  test('the same journey and answers give the same bytes', async () => {
    const journey = openSample('welcome');
    const [first, second] = [await written(converter, journey), await written(converter, { ...journey })];
    expect(first.files).toEqual(second.files);
    expect(first.files[0]!.text.endsWith('}\n')).toBe(true);
    expect(first.files[0]!.name).toMatch(/\.klaviyo-flow\.json$/);
  });
});

describe('steps one by one', () => {
  const one = async (middle: Step, exits?: readonly string[]) => flowOf(around(middle, exits));
  const only = async (middle: Step, exits?: readonly string[]) =>
    (await one(middle, exits)).definition.actions;

  test('a message by e-mail, with its account’s ids left open', async () => {
    const mail = step('message', {
      name: 'Welcome <script>{{ x',
      obeysCaps: false,
      transactional: true,
      content: {
        subject: "Hi {{first_name|there}} {{plan|it's}}",
        preheader: '{% no tag %}',
        body: 'Text',
        utm: { utm_source: 'x' },
      },
    });
    const { definition, blanks, fits } = await one(mail);
    expect(definition.actions).toMatchObject([
      {
        temporary_id: 'm',
        type: 'send-email',
        links: { next: null },
        data: {
          status: 'draft',
          message: {
            from_email: 'sender@example.com',
            subject_line: "Hi {{ first_name|default:'there' }} {{ person|lookup:'plan'|default:'it\\'s' }}",
            preview_text: "{{ '{%' }} no tag %}",
            template_id: 'TEMPLATE_m',
            smart_sending_enabled: false,
            transactional: true,
            custom_tracking_params: [{ param: 'utm_source', value: 'x' }],
            name: 'Welcome <script>{{ x',
          },
        },
      },
    ]);
    expect(blanks.map(({ id, filled }) => [id, filled])).toEqual(
      expect.arrayContaining([
        ['template:m', false],
        ['sender:email', false],
        ['list:entry', false],
      ]),
    );
    expect(codes(fits, 'm')).toEqual(['body-in-template']);
  });

  test('answers stand in the file; those of another form do not, and are warned of', async () => {
    const answers = { 'template:m': 'VwSxYz', 'sender:email': 'nobody', 'list:entry': ' Y6nRLr ' };
    const { definition, warnings, blanks } = await flowOf(around(step('message')), answers);
    expect(definition.triggers).toEqual([{ type: 'list', id: 'Y6nRLr' }]);
    expect(definition.actions).toMatchObject([
      { data: { message: { template_id: 'VwSxYz', from_email: 'sender@example.com' } } },
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['answer-misfit']);
    expect(
      blanks
        .filter(({ filled }) => filled)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['list:entry', 'template:m']);
  });

  test.each([
    ['sms', 'send-sms'],
    ['push', 'send-mobile-push'],
    ['whatsapp', 'send-whatsapp'],
    ['webhook', 'send-webhook'],
    ['direct-mail', 'send-webhook'],
    ['display-ad', 'send-webhook'],
  ] as const)('a message by %s is %s', async (channel, type) => {
    const [action] = await only(
      step('message', { channel, content: { body: '"Quoted" {{city|it\'s "here"}}' } }),
    );
    expect(action).toMatchObject({ type });
    if (channel !== 'direct-mail') return;
    const { body } = (action!['data'] as { message: { body: string } }).message;
    expect(JSON.parse(body)).toMatchObject({
      channel,
      content: { body: `"Quoted" {{ person|lookup:'city'|default:'it’s ’here’' }}` },
    });
  });

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

describe('the whole journey', () => {
  const mail = step('message');
  const entry = (own: Parameters<typeof step<'entry'>>[1]) =>
    draft({ 'entry-1': step('entry', own), mail }, ['entry-1.next > mail']);

  test('what starts the flow', async () => {
    const events = await flowOf(entry({ trigger: { type: 'events', event: 'cart', perDay: 9 } }));
    expect(events.definition.triggers).toEqual([
      { type: 'metric', id: 'METRIC_ENTRY', trigger_filter: null },
    ]);
    const dated = await flowOf(
      entry({ trigger: { type: 'date', column: 'birthday', offsetDays: 3, at: '08:00' } }),
    );
    expect(dated.definition.triggers).toMatchObject([
      { date_profile_property: 'birthday', timedelta_value_before_date: 0 },
    ]);
    expect(dated.definition.actions.map(({ type }) => type)).toEqual([
      'target-date',
      'time-delay',
      'send-email',
    ]);
    const weekly = await flowOf(
      entry({ trigger: { type: 'schedule', everyDays: 7, at: '08:00' }, spreadMinutes: hours(2) }),
    );
    expect(codes(weekly.fits, 'entry-1')).toEqual(['spread-dropped', 'schedule-dropped']);
  });

  test('who may come in, who leaves, and who comes again', async () => {
    const journey = draft(
      { 'entry-1': step('entry', { eligible: { kind: 'consent', channel: 'email' } }), mail },
      ['entry-1.next > mail'],
      {
        reEntry: { mode: 'cooldown', minutes: days(14), from: 'start' },
        exitRules: [
          { id: 'a', when: { kind: 'converted' }, mode: 'immediate' },
          { id: 'b', when: { kind: 'unsubscribed', channel: 'any' }, mode: 'immediate' },
          { id: 'c', when: { kind: 'rule', rule: { kind: 'tag', tag: 'lost' } }, mode: 'stepEnd' },
        ],
      },
    );
    const { definition, fits } = await flowOf(journey);
    expect(definition.reentry_criteria).toEqual({ duration: 14, unit: 'day' });
    expect(definition.profile_filter).toMatchObject({
      condition_groups: [
        { conditions: [{ type: 'profile-marketing-consent' }] },
        {
          conditions: [
            {
              metric_id: 'PLACED_ORDER',
              measurement_filter: { operator: 'equals', value: 0 },
              timeframe_filter: { operator: 'flow-start' },
            },
          ],
        },
        { conditions: [{ metric_id: 'UNSUBSCRIBED_FROM_EMAIL_MARKETING' }] },
        {
          conditions: [
            { property: "properties['tags']", filter: { operator: 'not-contains', value: 'lost' } },
          ],
        },
      ],
    });
    expect(fits.filter(({ code }) => code === 'exit-rule-as-filter')).toHaveLength(3);
  });

  test.each([
    [{ mode: 'never' }, { duration: 1, unit: 'alltime' }],
    [{ mode: 'afterExit' }, { duration: 0, unit: 'alltime' }],
    [
      { mode: 'cooldown', minutes: minutes(90), from: 'end' },
      { duration: 2, unit: 'hour' },
    ],
  ] as const)('re-entry %j', async (reEntry, criteria) => {
    const { definition } = await flowOf(draft({ mail }, ['entry-1.next > mail'], { reEntry }));
    expect(definition.reentry_criteria).toEqual(criteria);
  });

  test('policies, an entry cap and transactional journeys are said', async () => {
    const journey = draft({ mail }, ['entry-1.next > mail'], { entryCap: 50, transactional: true });
    const exported = await converter.export(journey, { policies: STRICT_POLICIES });
    expect(exported.ok && exported.fits.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['caps', 'quiet-hours', 'entry-cap', 'journey-transactional']),
    );
  });

  test('a journey without an entry is refused', async () => {
    const exported = await converter.export({ ...draft({ mail }), steps: { [stepId('mail')]: mail } });
    expect(exported).toMatchObject({ ok: false, problems: [{ code: 'no-entry' }] });
  });

  test('ways that come together are copied, and are one again when the flow is read', async () => {
    const journey = draft(
      {
        ask: step('split', { branches: [branchOf('vip', { kind: 'tag', tag: 'vip' })] }),
        hello: mail,
        bye: mail,
        end: step('exit'),
      },
      ['entry-1.next > ask', 'ask.vip > hello', 'hello.next > bye', 'ask.else > bye', 'bye.next > end'],
    );
    const { definition, files } = await flowOf(journey);
    expect(definition.actions.map((action) => action['temporary_id'])).toEqual([
      'ask.yes.vip',
      'hello',
      'bye',
      'bye-2.of.bye',
    ]);
    const again = await readBack(converter, files, journey);
    expect(again.steps).toEqual(journey.steps);
    expect(again.links).toEqual(journey.links);
  });

  test('too many copies are not made: ways stay together, and that is said', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => index);
    const vip = [branchOf('vip', { kind: 'tag' as const, tag: 'vip' })];
    const steps = Object.fromEntries(ids.map((id) => [`ask-${id}`, step('split', { branches: vip })]));
    const links = ids
      .slice(1)
      .flatMap((id) => [`ask-${id - 1}.vip > ask-${id}`, `ask-${id - 1}.else > ask-${id}`]);
    const { definition, fits } = await flowOf(
      draft({ ...steps, mail }, ['entry-1.next > ask-0', ...links, 'ask-11.vip > mail']),
    );
    expect(definition.actions).toHaveLength(13);
    expect(fits.map(({ code }) => code)).toContain('joins-kept');
  });
});

describe('the verifier', () => {
  const files = async () => (await written(converter, openSample('welcome'))).files;
  // A damage reaches anywhere into a value of any shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const flow = (change: (definition: any) => unknown) =>
    inJson((body) => void change(body.data.attributes.definition));
  const find = (definition: { actions: { type: string }[] }, type: string) =>
    definition.actions.find((action) => action.type === type) as unknown as Record<
      string,
      Record<string, unknown>
    >;

  damagesAreNoticed(verifyKlaviyo, files, {
    'a link to nowhere': flow((it) => (find(it, 'send-email')['links']!['next'] = 'nowhere')),
    'two actions of one id': flow((it) => it.actions.push(it.actions[0])),
    'an id of the account': flow((it) => (it.actions[0].id = '123')),
    'no trigger': flow((it) => (it.triggers = [])),
    'two triggers': flow((it) => it.triggers.push(it.triggers[0])),
    'no entry': flow((it) => (it.entry_action_id = null)),
    'an entry that is not there': flow((it) => (it.entry_action_id = 'nowhere')),
    'an action where nobody comes': flow((it) =>
      it.actions.push({ temporary_id: 'x', type: 'time-delay', links: { next: null }, data: { value: 1 } }),
    ),
    'a circle': flow((it) => (find(it, 'send-email')['links']!['next'] = it.entry_action_id)),
    'a sample of no whole per cent': flow(
      (it) =>
        (find(it, 'conditional-split')['data']!['profile_filter'] = {
          condition_groups: [{ conditions: [{ type: 'profile-sample', percentage: 33.3 }] }],
        }),
    ),
    'a sample above 100': flow(
      (it) =>
        (find(it, 'conditional-split')['data']!['profile_filter'] = {
          condition_groups: [{ conditions: [{ type: 'profile-sample', percentage: 130 }] }],
        }),
    ),
    'the links of a split on a delay': flow(
      (it) => (find(it, 'time-delay')['links'] = { next_if_true: null, next_if_false: null }),
    ),
    'a countdown to no date': flow(
      (it) => ((it.actions[0].type = 'countdown-delay'), (it.actions[0].data = { value: 1 })),
    ),
    'a text that is cut short': (all) => all.map((file) => ({ ...file, text: file.text.slice(0, 400) })),
  });
});

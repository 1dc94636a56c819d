import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import { stepId } from '../../../src/journey/ids.ts';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { verifyKlaviyo } from '../../support/formats/klaviyo.ts';
import type { LooseDefinition, LooseFlow } from '../../support/formats/klaviyoAccountFlow.ts';
import { outcome, readBack, written } from '../../support/formats/roundTrip.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { STRICT_POLICIES } from '../../support/strictPolicies.ts';
import { codes, flowOf } from './flowOf.ts';

describe('every template', () => {
  test.each(SAMPLE_NAMES)('%s goes out as a flow and comes back without errors', async (name) => {
    const journey = openSample(name);
    const { fits, definition, files } = await flowOf(journey);
    expect(definition.actions.length).toBeGreaterThan(0);
    for (const id of Object.keys(journey.steps)) expect(codes(fits, id).length).toBeGreaterThan(0);
    for (const fit of fits) if (fit.fit !== 'native') expect(fit.words).toMatch(/\.$/);
    const again = await readBack(converter, files, journey);
    if (name === 'renewal' || name === 'orchestration') expect(outcome(again)).toBeDefined();
  });

  test('is reached by the list of platforms', async () => {
    const { load, endings } = PLATFORMS.klaviyo;
    const { files } = await written(await load(), openSample('welcome'));
    expect(files[0]!.name.endsWith(endings[0]!)).toBe(true);
  });

  test('the same journey and answers give the same bytes', async () => {
    const journey = openSample('welcome');
    const [first, second] = [await written(converter, journey), await written(converter, { ...journey })];
    expect(first.files).toEqual(second.files);
    expect(first.files[0]!.text.endsWith('}\n')).toBe(true);
    expect(first.files[0]!.name).toMatch(/\.klaviyo-flow\.json$/);
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
    const { definition, fits, warnings } = await flowOf(
      draft({ ...steps, mail }, ['entry-1.next > ask-0', ...links, 'ask-11.vip > mail']),
    );
    expect(definition.actions).toHaveLength(13);
    expect(warnings).toMatchObject([{ code: 'joins-kept', severity: 'warning' }]);
    expect(fits.map(({ code }) => code)).not.toContain('joins-kept');
  });
});

describe('the verifier', () => {
  const files = async () => (await written(converter, openSample('welcome'))).files;
  const flow = (change: (definition: LooseDefinition) => unknown) =>
    inJson((body: LooseFlow) => void change(body.data.attributes.definition));
  const find = ({ actions }: LooseDefinition, type: string) =>
    actions.find((action) => action.type === type)!;

  damagesAreNoticed(verifyKlaviyo, files, {
    'a link to nowhere': flow((it) => (find(it, 'send-email').links['next'] = 'nowhere')),
    'two actions of one id': flow((it) => it.actions.push(it.actions[0]!)),
    'an id of the account': flow((it) => (it.actions[0]!.id = '123')),
    'no trigger': flow((it) => (it.triggers = [])),
    'two triggers': flow((it) => it.triggers.push(it.triggers[0]!)),
    'no entry': flow((it) => (it.entry_action_id = null)),
    'an entry that is not there': flow((it) => (it.entry_action_id = 'nowhere')),
    'an action where nobody comes': flow((it) =>
      it.actions.push({ temporary_id: 'x', type: 'time-delay', links: { next: null }, data: { value: 1 } }),
    ),
    'a circle': flow((it) => (find(it, 'send-email').links['next'] = it.entry_action_id)),
    'a sample of no whole per cent': flow(
      (it) =>
        (find(it, 'conditional-split').data.profile_filter = {
          condition_groups: [{ conditions: [{ type: 'profile-sample', percentage: 33.3 }] }],
        }),
    ),
    'a sample above 100': flow(
      (it) =>
        (find(it, 'conditional-split').data.profile_filter = {
          condition_groups: [{ conditions: [{ type: 'profile-sample', percentage: 130 }] }],
        }),
    ),
    'the links of a split on a delay': flow(
      (it) => (find(it, 'time-delay').links = { next_if_true: null, next_if_false: null }),
    ),
    'a countdown to no date': flow(
      (it) => ((it.actions[0]!.type = 'countdown-delay'), (it.actions[0]!.data = { value: 1 })),
    ),
    'a text that is cut short': (all) => all.map((file) => ({ ...file, text: file.text.slice(0, 400) })),
  });
});

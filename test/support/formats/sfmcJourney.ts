import * as fc from 'fast-check';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import type { CheckStep } from '../../../src/journey/steps/check.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import { minutes } from '../../../src/journey/units.ts';
import { draft, step } from '../draftJourney.ts';
import { randomRule } from '../randomRule.ts';

/** Journeys of what Journey Builder has, or is made to do so that it comes back: no loops, no ladders, answers to e-mails only. */
export const sfmcJourney: fc.Arbitrary<Journey> = fc
  .tuple(entry(), fc.array(anyStep(), { minLength: 1, maxLength: 10 }))
  .chain(([first, steps]) =>
    fc.record({
      steps: fc.constant([first, ...steps]),
      draws: fc.array(fc.nat(1000), { minLength: 120, maxLength: 120 }),
      reEntry: fc.constantFrom({ mode: 'never' } as const, { mode: 'afterExit' } as const),
    }),
  )
  .map(({ steps, draws, reEntry }) => assemble(steps, draws, reEntry));

function entry(): fc.Arbitrary<Step> {
  const trigger = fc.constantFrom(
    { type: 'atOnce' } as const,
    { type: 'schedule', everyDays: 7, at: '08:30' } as const,
    { type: 'events', event: 'cart <abandoned> & "left"', perDay: 80 } as const,
    { type: 'date', column: 'renewal_date', offsetDays: -14, at: '10:00' } as const,
  );
  return fc
    .record({ trigger, eligible: fc.option(randomRule, { nil: undefined }) })
    .map(({ trigger: comes, eligible }) =>
      step('entry', { name: 'Come in', trigger: comes, ...(eligible && { eligible }) }),
    );
}

function anyStep(): fc.Arbitrary<Step> {
  const clock = fc.constantFrom('00:00', '09:15', '23:59');
  const until = fc.oneof(
    fc
      .integer({ min: 1, max: 9000 })
      .map((length) => ({ type: 'duration' as const, minutes: minutes(length) })),
    fc.record({ type: fc.constant('daysAt' as const), days: fc.nat(3), at: clock }),
    fc.record({ type: fc.constant('timeOfDay' as const), at: clock }),
    fc.constant({ type: 'weekday', weekday: 'saturday' } as const),
    fc.constantFrom(0, 600, -1440).map((offsetMinutes) => ({
      type: 'date' as const,
      column: 'renewal_date',
      offsetMinutes,
    })),
    fc.constant({ type: 'random', from: minutes(10), to: minutes(100) } as const),
  );
  const content = fc.constantFrom(
    { subject: 'Hi {{first_name|there}} & <b>you</b>', body: 'Body %%=x=%% {{coupon}}' },
    { subject: '100 %% of "it"', preheader: '{{a|b "c"}}' },
    { subject: '' },
    { couponCode: 'X', variants: [{ id: 'b', name: 'B', subject: 'Other' }] },
  );
  const change = fc.constantFrom(
    { type: 'set', column: 'plan', value: 'pro' } as const,
    { type: 'set', column: 'stage', value: 'true' } as const,
    { type: 'addTag', tag: 'vip' } as const,
    { type: 'removeTag', tag: 'engaged' } as const,
  );
  return fc.oneof(
    { weight: 4, arbitrary: message('email', content) },
    message('sms', content),
    message('in-app', content),
    fc.constant(step('message', { channel: 'preferred', fallback: ['sms', 'email'], name: 'Their own' })),
    { weight: 2, arbitrary: until.map((time) => step('wait', { name: 'Wait {{x}}', until: time })) },
    { weight: 4, arbitrary: check() },
    fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
      .chain((ids) => fc.tuple(...ids.map((id) => randomRule.map((rule) => ({ id, name: `<${id}>`, rule })))))
      .map((branches) => step('split', { branches })),
    fc.constantFrom([50, 50], [33.4, 33.3, 33.3], [90, 10]).map((weights) =>
      step('experiment', {
        arms: weights.map((weight, index) => ({ id: `arm${index}`, name: `Arm “${index}”`, weight })),
      }),
    ),
    fc.constant(
      step('experiment', {
        arms: [{ id: 'a', name: 'A', weight: 80 }],
        holdout: { weight: 20, goesOn: false },
      }),
    ),
    fc.uniqueArray(change, { minLength: 1 }).map((changes) => step('update', { changes })),
    fc.constantFrom('sales', 'crm').map((to) => step('handoff', { to: to === 'crm' ? 'crm' : 'sales' })),
    fc.constant(step('goal', { name: 'Reached' })),
    fc
      .constantFrom(undefined, 'Enough & done')
      .map((reason) => step('exit', reason === undefined ? {} : { reason })),
  );
}

function message(channel: 'email' | 'sms' | 'in-app', content: fc.Arbitrary<object>): fc.Arbitrary<Step> {
  return fc
    .record({
      content: fc.option(content, { nil: undefined }),
      occasion: fc.constantFrom('campaign', 'triggered'),
      transactional: fc.boolean(),
      obeysCaps: fc.boolean(),
    })
    .map(({ content: said, ...rest }) =>
      step('message', { name: 'Say “it”', channel, ...rest, ...(said && { content: said }) }),
    );
}

function check(): fc.Arbitrary<Step> {
  return fc
    .record({
      responses: fc.uniqueArray(fc.constantFrom('clicked' as const, 'opened' as const, 'bounced' as const), {
        minLength: 1,
      }),
      windowMinutes: fc.integer({ min: 1, max: 4000 }).map(minutes),
      windowFrom: fc.constantFrom('arrival' as const, 'send' as const),
      ranked: fc.boolean(),
    })
    .map((own) => step('check', own));
}

/** Every step is come to: it takes an exit that is still open. Other exits lead to a later step, to an end, or nowhere. */
function assemble(
  steps: readonly Step[],
  draws: readonly number[],
  reEntry: Journey['settings']['reEntry'],
): Journey {
  const queue = draws.values();
  const draw = () => queue.next().value ?? 0;
  const ids = steps.map(({ kind }, index) => stepId(`${kind}-${index}`));
  const emails: StepId[] = [];
  const all: Record<string, Step> = {};
  const lines: string[] = [];
  let open: { from: StepId; exit: string }[] = [];
  steps.forEach((value, index) => {
    const id = ids[index];
    if (!id || (index > 0 && open.length === 0)) return;
    // Before the first e-mail there is nothing to look at.
    if (value.kind === 'check' && emails.length === 0) return;
    if (index > 0) {
      const at = draw() % open.length;
      const joins = open.filter((_, place) => place === at || draw() % 4 === 0);
      for (const { from, exit } of joins) lines.push(`${from}.${exit} > ${id}`);
      open = open.filter((way) => !joins.includes(way));
    }
    all[id] = value.kind === 'check' ? pointed(value, emails, draw()) : value;
    if (value.kind === 'message' && value.channel === 'email') emails.push(id);
    open.push(...exitsOf(all[id]).map((exit) => ({ from: id, exit })));
  });
  for (const { from, exit } of open) if (draw() % 3 > 0) lines.push(`${from}.${exit} > the-end`);
  const ends = lines.some((line) => line.endsWith('> the-end'));
  return draft({ ...all, ...(ends && { 'the-end': step('exit') }) }, lines, { reEntry });
}

function pointed(value: CheckStep, emails: readonly StepId[], draw: number): CheckStep {
  const on = emails[draw % Math.max(1, emails.length)];
  return on === undefined || draw % 5 === 0 ? value : { ...value, on };
}

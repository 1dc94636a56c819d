import * as fc from 'fast-check';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import { draft, step } from '../draftJourney.ts';

/** An e-mail and what is waited for right after it are one block. */
type Block = readonly Step[];

const name = fc.constantFrom(
  'Hello',
  'Second try',
  'A “quoted” <b>name</b> & {{first_name|friend}}',
  'Ünïcödé',
);

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.constantFrom<Rule>(
    { kind: 'column', column: 'intent', operator: 'is', value: 'high' },
    { kind: 'column', column: 'orders', operator: 'atLeast', value: 3 },
    { kind: 'column', column: 'last_order', operator: 'before', value: '2026-01-15' },
    { kind: 'column', column: 'country', operator: 'isKnown' },
    { kind: 'tag', tag: 'vip' },
    { kind: 'consent', channel: 'sms' },
  ),
  fc.nat(40).map((atLeast): Rule => ({ kind: 'score', atLeast })),
);

const email = fc
  .record({ name, transactional: fc.boolean() })
  .map((own) => step('message', { ...own, channel: 'email' }));

const check = fc
  .record({
    name,
    responses: fc.constantFrom(['opened'] as const, ['clicked'] as const, ['replied'] as const),
    windowMinutes: fc.constantFrom(hours(6), days(2), minutes(90)),
  })
  .map((own) => step('check', own));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.tuple(email, check),
  fc
    .constantFrom('sms', 'push', 'web-push', 'webhook')
    .chain((channel) => name.map((called) => [step('message', { name: called, channel: channel as 'sms' })])),
  fc
    .constantFrom(
      { type: 'duration', minutes: days(2) } as const,
      { type: 'duration', minutes: hours(5) } as const,
      { type: 'duration', minutes: minutes(35) } as const,
      { type: 'timeOfDay', at: '09:00' } as const,
      { type: 'timeOfDay', at: '23:59' } as const,
      { type: 'weekday', weekday: 'sunday' } as const,
      { type: 'weekday', weekday: 'friday', at: '10:30' } as const,
      { type: 'daysAt', days: 3, at: '08:15' } as const,
    )
    .map((until) => [step('wait', { until })]),
  rule.map((asked) => [step('split', { branches: [{ id: 'asked', name: 'Asked', rule: asked }] })]),
  fc.constantFrom(5, 20, 50).map((weight) => [
    step('experiment', {
      arms: [
        { id: 'new', name: 'New', weight },
        { id: 'old', name: 'Old', weight: 100 - weight },
      ],
    }),
  ]),
  fc
    .constantFrom(
      { type: 'addTag', tag: 'engaged' } as const,
      { type: 'removeTag', tag: 'vip' } as const,
      { type: 'addScore', points: 5 } as const,
      { type: 'set', column: 'plan', value: 'pro' } as const,
      { type: 'suppress', channel: 'email' } as const,
    )
    .map((change) => [step('update', { changes: [change] })]),
  fc
    .constantFrom('sales', 'crm', 'call-centre')
    .map((to) => [step('handoff', { to: to as 'sales', slaMinutes: hours(8) })]),
  name.map((called) => [step('goal', { name: called })]),
  fc.constant([step('escalate', { name: 'Ladder' })]),
);

/** Journeys of what Mautic has itself or is made to do: everybody can come to every step, and what is waited for is right after its e-mail. */
export const mauticJourney: fc.Arbitrary<Journey> = fc
  .record({
    blocks: fc.array(block, { minLength: 1, maxLength: 7 }),
    draws: fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    restarts: fc.boolean(),
  })
  .map(({ blocks, draws, restarts }) => assembled(blocks, draws, restarts));

function assembled(blocks: readonly Block[], draws: readonly number[], restarts: boolean): Journey {
  const all: readonly Step[] = [...blocks.flat(), step('exit', { name: 'Done', reason: 'Series complete' })];
  const ids = all.map(({ kind }, index) => stepId(`${kind}-${index + 1}`));
  const begins = new Set<number>();
  blocks.reduce((at, { length }) => {
    begins.add(at);
    return at + length;
  }, 0);
  const links: Record<StepId, Record<string, StepId>> = {};
  const link = (from: number, exit: string, to: number) => {
    const [id, target] = [ids[from], ids[to]];
    if (id && target) links[id] = { ...links[id], [exit]: target };
  };
  all.forEach((one, index) => {
    const [first, ...others] = exitsOf(one);
    if (first !== undefined) link(index, first, index + 1);
    others.forEach((exit, at) => {
      const draw = draws[(index * 3 + at) % draws.length] ?? 0;
      // Nobody answers: the e-mail again, or on with the others, or the end of it.
      if (one.kind === 'check' && draw % 4 === 0) link(index, exit, index - 1);
      else if (draw % 5 !== 1) link(index, exit, later(index, draw, begins, all.length));
    });
  });
  const made = draft(Object.fromEntries(all.map((one, index) => [ids[index] ?? '', one])), [], {
    reEntry: { mode: restarts ? 'afterExit' : 'never' },
    horizonMinutes: days(25),
  });
  const [entry] = Object.keys(made.steps).filter((id) => id.startsWith('entry'));
  const start = ids[0];
  return { ...made, links: { ...links, ...(entry && start && { [entry]: { next: start } }) } };
}

/** The beginning of a block behind this step, or the end. */
function later(from: number, draw: number, begins: ReadonlySet<number>, end: number): number {
  const behind = [...begins].filter((at) => at > from);
  return behind[draw % (behind.length + 1)] ?? end - 1;
}

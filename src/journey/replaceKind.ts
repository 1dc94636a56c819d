import type { Edit } from './edits.ts';
import { EVERYONE } from './rules.ts';
import type { ExitName, Journey, StepId } from './journey.ts';
import type { Arm } from './steps/experiment.ts';
import { exitsOf, type Step, STEP_DEFINITIONS } from './steps/index.ts';
import type { Branch } from './steps/split.ts';
import { minutes } from './units.ts';

/**
 * One edit that makes the step another kind and keeps what both kinds have: its place, its ways in, its note, what a message
 * says, how long is waited, the ways out as far as there are any. `fresh` is the new step as it would be added,
 * and `kindNames` are what steps are called that nobody named.
 */
export function replaceKind(
  journey: Journey,
  id: StepId,
  fresh: Step,
  kindNames: readonly string[] = [],
): Edit {
  const before = journey.steps[id];
  if (!before) throw new RangeError(`invalid step: ${id}`);
  const step = carried(before, fresh, kindNames);
  const links = journey.links[id] ?? {};
  const kept = keptLinks(exitsOf(before), exitsOf(step), links);
  return {
    type: 'several',
    edits: [
      { type: 'changeStep', id, step },
      ...kept.map(([exit, to]): Edit => ({ type: 'connect', from: id, exit, to })),
    ],
  };
}

/** A name that says no more than the kind is replaced with the kind; one that somebody gave stays. */
function carried(before: Step, fresh: Step, kindNames: readonly string[]): Step {
  const { name } = STEP_DEFINITIONS[before.kind].defaults();
  const isOwnName = ![name, ...kindNames].includes(before.name);
  const base = {
    ...fresh,
    ...(isOwnName && { name: before.name }),
    ...(before.note !== undefined && { note: before.note }),
    ...(before.disabled !== undefined && { disabled: before.disabled }),
    ...(before.maxPasses !== undefined && { maxPasses: before.maxPasses }),
  };
  return withContent(before, withTime(before, withWays(before, base)));
}

function withContent(before: Step, step: Step): Step {
  if (before.kind === 'message' && step.kind === 'escalate') {
    const { channel, occasion, content, cost, response, obeysCaps, countsTowardCaps, tags } = before;
    const rung = {
      channel: channel === 'preferred' ? (before.fallback?.[0] ?? 'email') : channel,
      occasion,
      ...(content && { content }),
      ...(cost !== undefined && { cost }),
      ...(response && { response }),
    };
    const others = step.rungs.filter((other) => other.channel !== rung.channel);
    return { ...step, rungs: [rung, ...others], obeysCaps, countsTowardCaps, ...(tags && { tags }) };
  }
  if (before.kind === 'escalate' && step.kind === 'message') {
    const { obeysCaps, countsTowardCaps, tags } = before;
    return { ...step, ...before.rungs[0], obeysCaps, countsTowardCaps, ...(tags && { tags }) };
  }
  if (before.kind !== 'message' || step.kind !== 'message') return step;
  // Another channel: the words stay, the cost and the rates were the old channel's.
  const { kind: _, name: __, channel: ___, cost: ____, response: _____, fallback, ...rest } = before;
  return { ...step, ...rest, ...(step.channel === 'preferred' && { fallback: fallback ?? ['email'] }) };
}

function withTime(before: Step, step: Step): Step {
  if (before.kind === 'wait' && step.kind === 'check' && before.until.type === 'duration')
    return { ...step, windowMinutes: before.until.minutes };
  if (before.kind === 'check' && step.kind === 'wait')
    return { ...step, until: { type: 'duration', minutes: minutes(before.windowMinutes) } };
  return step;
}

function withWays(before: Step, step: Step): Step {
  if (before.kind === 'split' && step.kind === 'experiment' && before.branches.length > 0) {
    const even = Math.floor(100 / before.branches.length);
    const arms = before.branches.map(({ id, name }, index): Arm => ({
      id,
      name,
      weight: index === 0 ? 100 - even * (before.branches.length - 1) : even,
    }));
    return { ...step, arms };
  }
  if (before.kind === 'experiment' && step.kind === 'split') {
    const branches = before.arms.map(({ id, name }): Branch => ({ id, name, rule: EVERYONE }));
    return { ...step, branches };
  }
  return step;
}

/** Exits of the same name keep their links; the others are handed on in order, and the last way out stays the last. */
function keptLinks(
  before: readonly ExitName[],
  after: readonly ExitName[],
  links: Readonly<Record<ExitName, StepId>>,
): readonly (readonly [ExitName, StepId])[] {
  const same = after.filter((exit) => links[exit] !== undefined);
  const free = after.filter((exit) => !same.includes(exit));
  const spare = before.filter((exit) => links[exit] !== undefined && !same.includes(exit));
  const last = spare.at(-1);
  const lastFree = free.at(-1);
  const pairs = spare.slice(0, free.length).map((exit, at) => [free[at], exit] as const);
  if (last && lastFree && last === before.at(-1) && lastFree === after.at(-1) && spare.length > 1)
    pairs.splice(-1, 1, [lastFree, last]);
  return [...same.map((exit) => [exit, exit] as const), ...pairs].flatMap(([to, from]) => {
    const target = links[from];
    return to === undefined || target === undefined ? [] : [[to, target] as const];
  });
}

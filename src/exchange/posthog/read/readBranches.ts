import { HOLDOUT, type ExperimentStep } from '../../../journey/steps/experiment.ts';
import { type Branch, ELSE, type SplitStep } from '../../../journey/steps/split.ts';
import type { Rule } from '../../../journey/rules.ts';
import { freshId, isId } from '../../../journey/ids.ts';
import { isObject } from '../../kept.ts';
import { tagOf } from '../../tagOf.ts';
import { HOLDOUT_NAME } from '../format.ts';
import { says } from '../slip.ts';
import { called, noted, type RawAction, type ReadContext, type Reading, type Way } from './context.ts';
import { ruleOfFilters } from './readFilters.ts';
import { conditionsOf } from './readTrigger.ts';

export function readSplit(action: RawAction, context: ReadContext): Reading {
  const { id, config, slip, path } = action;
  if (typeof config['delay_duration'] === 'string')
    context.warn({
      code: 'branch-delay-left-out',
      words: `“${called(action)}” looks again for a while before contacts go on. Here they go on at once.`,
      path: `${path}.config.delay_duration`,
    });
  const conditions = conditionsOf(action).map((condition, index) => ({
    name: nameOf(condition, `Branch ${index + 1}`),
    rule: ruleOfFilters(condition['filters'], `${path}.config.conditions.${index}.filters`, context),
    index,
  }));
  const groups = grouped(conditions, slip['parts'] ?? []);
  const ids = exitIds(
    groups.map(([first]) => first?.name ?? ''),
    slip['exits'],
    [ELSE],
  );
  const branches = groups.map((group, at): Branch => {
    const rules = group.map(({ rule }) => rule);
    return { id: ids[at] ?? `branch-${at + 1}`, name: group[0]?.name ?? '', rule: oneOf(rules) };
  });
  const ways = groups.flatMap((group, at) =>
    group.map(({ index }): Way => ({ from: id, type: 'branch', index, exit: ids[at] ?? '' })),
  );
  const step: SplitStep = { kind: 'split', name: action.name, branches, ...noted(action) };
  return { step, ways: [...ways, { from: id, type: 'continue', exit: ELSE }] };
}

/** Conditions that are one branch: `2,1` says that the first two are. */
function grouped<C>(conditions: readonly C[], parts: readonly string[]): readonly (readonly C[])[] {
  const sizes = parts.map(Number);
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  if (whole !== conditions.length || !sizes.every((size) => Number.isInteger(size) && size > 0))
    return conditions.map((condition) => [condition]);
  let from = 0;
  return sizes.map((size) => conditions.slice(from, (from += size)));
}

function oneOf(rules: readonly Rule[]): Rule {
  const [only] = rules;
  return only && rules.length === 1 ? only : { kind: 'any', rules };
}

function nameOf({ name }: Readonly<Record<string, unknown>>, otherwise: string): string {
  return typeof name === 'string' ? name.slice(0, 10_000) : otherwise;
}

/** The ids of exits: those of the slip where there are as many, else made of the names. */
export function exitIds(
  names: readonly string[],
  kept: readonly string[] | undefined,
  reserved: readonly string[],
): readonly string[] {
  const usable = kept?.length === names.length && new Set(kept).size === kept.length && kept.every(isId);
  if (usable) return kept;
  const taken = new Set<string>(reserved);
  return names.map((name, index) => {
    const slug = slugOf(name);
    const id = isId(slug) && !taken.has(slug) ? slug : freshId(taken, `branch-${index + 1}`);
    taken.add(id);
    return id;
  });
}

function slugOf(name: string): string {
  return tagOf(name).slice(0, 60);
}

interface Cohort {
  readonly name: string;
  readonly weight: number;
}

export function readExperiment(action: RawAction, context: ReadContext): Reading | undefined {
  const { id, slip } = action;
  const cohorts = cohortsOf(action, context);
  const exits = slip['exits'];
  const last = cohorts.length - 1;
  const isHoldout =
    last > 0 &&
    (exits?.length === cohorts.length
      ? exits[last] === HOLDOUT
      : cohorts[last]?.name === HOLDOUT_NAME && context.ends({ from: id, type: 'branch', index: last }));
  const arms = isHoldout ? cohorts.slice(0, -1) : cohorts;
  if (arms.length === 0) return undefined;
  const ids = exitIds(
    arms.map(({ name }) => name),
    isHoldout ? exits?.slice(0, -1) : exits,
    [HOLDOUT],
  );
  const step: ExperimentStep = {
    kind: 'experiment',
    name: action.name,
    arms: arms.map((arm, at) => ({ id: ids[at] ?? `arm-${at + 1}`, ...arm })),
    ...(isHoldout && { holdout: { weight: cohorts[last]?.weight ?? 0, goesOn: says(slip, 'goesOn') } }),
    ...noted(action),
  };
  const ways = [...ids, ...(isHoldout ? [HOLDOUT] : [])].map((exit, index): Way => ({
    from: id,
    type: 'branch',
    index,
    exit,
  }));
  return { step, ways };
}

/** Percentages that do not make 100: PostHog sends the rest to the last cohort. */
function cohortsOf({ config, path }: RawAction, context: ReadContext): readonly Cohort[] {
  const list = Array.isArray(config['cohorts']) ? config['cohorts'].slice(0, 100) : [];
  const cohorts = list.map((one: unknown, index): Cohort => {
    const cohort = isObject(one) ? one : {};
    const percentage = cohort['percentage'];
    const weight = typeof percentage === 'number' ? Math.min(100, Math.max(0, percentage)) : 0;
    return { name: nameOf(cohort, `Cohort ${index + 1}`), weight };
  });
  const sum = Math.round(cohorts.reduce((total, { weight }) => total + weight, 0) * 1e6) / 1e6;
  if (sum === 100 || cohorts.length === 0) return cohorts;
  context.warn({
    code: 'percentages-not-100',
    words: `The percentages of “${path}.config.cohorts” make ${sum}, not 100. The last that anybody comes to has the rest, as in PostHog.`,
    values: { sum },
    path: `${path}.config.cohorts`,
  });
  let left = 100;
  return cohorts.map(({ name, weight }, index) => {
    const own = index === cohorts.length - 1 ? left : Math.min(left, weight);
    left = Math.round((left - own) * 1e6) / 1e6;
    return { name, weight: own };
  });
}

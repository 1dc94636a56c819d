import type { Facts } from '../facts.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { neverMatches, type Rule } from '../rules.ts';
import type { Branch, SplitStep } from '../steps/split.ts';
import { columnTypes } from './columns.ts';
import { contains, intersection, type Region } from './regions.ts';
import { boxContains, boxesOf, type ColumnTypes, type RuleBox } from './ruleBoxes.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/**
 * Branches that nobody can match, that get nobody because those before them match first, or that share values with one
 * before them although neither is a part of the other. Only what follows from the rules alone, whoever the contacts are.
 */
export function findBranchProblems(journey: Journey, facts: Facts): readonly Problem[] {
  const splits = stepEntries(journey).flatMap(([id, step]) =>
    step.kind === 'split' && !step.disabled ? [{ id, step }] : [],
  );
  if (splits.length === 0) return [];
  const types = columnTypes(journey, facts.schema);
  return splits.flatMap(({ id, step }) => problemsOf(id, step, types));
}

interface Reasoned {
  readonly branch: Branch;
  readonly boxes: readonly RuleBox[];
}

function problemsOf(id: StepId, step: SplitStep, types: ColumnTypes): readonly Problem[] {
  const reasoned = step.branches.map((branch) => ({ branch, boxes: boxesOf(branch.rule, types) }));
  return reasoned.flatMap((one, at) => {
    // An unfinished group is the step's own doubt.
    if (neverMatches(one.branch.rule)) return [];
    const place = { step: id, path: `steps.${id}.branches.${at}.rule` };
    if (one.boxes.length === 0) return [{ ...impossible(one.branch), ...place }];
    const earlier = reasoned.slice(0, at);
    const problem = shadowed(id, step, { one, at, earlier }) ?? overlapping(id, step, { one, at, earlier });
    return problem ? [{ ...problem, ...place }] : [];
  });
}

function impossible({ name }: Branch): Problem {
  return {
    code: 'branch-never-matches',
    severity: 'warning',
    words: `Nobody can match the branch “${name}”: its conditions cannot be true together. Take one out, or ask for any of them.`,
    values: { branch: name },
  };
}

interface Placed {
  readonly one: Reasoned;
  readonly at: number;
  readonly earlier: readonly Reasoned[];
}

function shadowed(id: StepId, step: SplitStep, { one, at, earlier }: Placed): Problem | undefined {
  const before = earlier.flatMap(({ boxes }) => boxes);
  if (!one.boxes.every((box) => before.some((outer) => boxContains(outer, box)))) return undefined;
  const { name } = one.branch;
  const whole = earlier.findIndex(({ boxes }) => coveredBy(boxes, one.boxes));
  const by = earlier[whole];
  const who = by ? `the branch “${by.branch.name}”` : 'the branches before it';
  const wider = by && !coveredBy(one.boxes, by.boxes);
  const branches = wider ? movedBefore(step.branches, at, whole) : step.branches.toSpliced(at, 1);
  return {
    code: 'branch-shadowed',
    severity: 'warning',
    words: wider
      ? `Nobody leaves by “${name}”: whoever matches it matches ${who} as well, which comes first. Put it before that one.`
      : `Nobody leaves by “${name}”: whoever matches it matches ${who} as well, which comes first. Change its rule or remove it.`,
    values: { branch: name, by: by?.branch.name ?? '' },
    fix: { type: 'changeStep', id, step: { ...step, branches } },
  };
}

function coveredBy(outer: readonly RuleBox[], inner: readonly RuleBox[]): boolean {
  return inner.every((box) => outer.some((other) => boxContains(other, box)));
}

function movedBefore(branches: readonly Branch[], from: number, to: number): readonly Branch[] {
  return branches.toSpliced(from, 1).toSpliced(to, 0, ...branches.slice(from, from + 1));
}

/** Two spans of one column that overlap in part: a bound is off, or was meant to belong to one of them. */
function overlapping(id: StepId, step: SplitStep, { one, at, earlier }: Placed): Problem | undefined {
  const own = spanOf(one);
  if (!own) return undefined;
  for (const other of earlier) {
    const theirs = spanOf(other);
    if (theirs?.column !== own.column) continue;
    const shared = intersection(own.region, theirs.region);
    if (!shared || contains(own.region, theirs.region) || contains(theirs.region, own.region)) continue;
    const rest = without(own.region, theirs.region);
    const branches = step.branches.with(at, { ...one.branch, rule: ruleFor(own.column, rest) });
    const { name } = other.branch;
    return {
      code: 'branches-overlap',
      severity: 'warning',
      words: `“${name}” and “${one.branch.name}” both match “${own.column}” ${spanWords(shared, own.numeric)}; those contacts leave by “${name}”, which comes first. Let the second begin where the first ends.`,
      values: { first: name, second: one.branch.name, column: own.column },
      ...(own.numeric && { fix: { type: 'changeStep', id, step: { ...step, branches } } as const }),
    };
  }
  return undefined;
}

interface Span {
  readonly column: string;
  readonly region: Region;
  readonly numeric: boolean;
}

/** The one bounded span of one column that a branch asks for; undefined when it asks for anything else. */
function spanOf({ branch, boxes }: Reasoned): Span | undefined {
  const [box, ...others] = boxes;
  if (!box || others.length > 0 || box.atoms.size > 0 || box.regions.size !== 1) return undefined;
  const [[column, region] = ['', undefined]] = box.regions;
  if (!region || region.missing !== 'out' || region.not.length > 0 || region.text !== undefined)
    return undefined;
  if (region.low === -Infinity && region.high === Infinity) return undefined;
  return { column, region, numeric: !asksDates(branch.rule) };
}

function asksDates(rule: Rule): boolean {
  if (rule.kind === 'column') return typeof rule.value === 'string' && Number.isNaN(Number(rule.value));
  return 'rules' in rule && rule.rules.some(asksDates);
}

/** What is left of a span that another overlaps at one end. */
function without(own: Region, other: Region): Region {
  const above = own.high > other.high || (own.high === other.high && !own.highOpen);
  return above
    ? { ...own, low: other.high, lowOpen: !other.highOpen }
    : { ...own, high: other.low, highOpen: !other.lowOpen };
}

function ruleFor(column: string, { low, lowOpen, high, highOpen }: Region): Rule {
  const rules: readonly Rule[] = [
    ...(low > -Infinity
      ? [{ kind: 'column', column, operator: lowOpen ? 'moreThan' : 'atLeast', value: low } as const]
      : []),
    ...(high < Infinity
      ? [{ kind: 'column', column, operator: highOpen ? 'lessThan' : 'atMost', value: high } as const]
      : []),
  ];
  const [only] = rules;
  return only && rules.length === 1 ? only : { kind: 'all', rules };
}

function spanWords({ low, high }: Region, numeric: boolean): string {
  const [from, to] = [low, high].map((at) =>
    numeric ? `${at}` : new Date(at * MILLISECONDS_PER_DAY).toISOString().slice(0, 10),
  );
  return low === high ? `at ${from}` : `between ${from} and ${to}`;
}

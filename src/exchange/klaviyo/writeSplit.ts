import { ELSE } from '../../journey/steps/split.ts';
import type { ExitName } from '../../journey/ids.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import { wholeShares } from '../lower/wholeShares.ts';
import { NEVER } from './conditions.ts';
import { type AllOf, asFilter, filterOf, groupsOf } from './filter.ts';
import { ruleWords } from './ruleWords.ts';
import type { Filter } from './types.ts';
import type { Part, Target, Written } from './written.ts';
import type { Writable, Writing } from './writing.ts';

export interface Way {
  /** The exit. */
  readonly id: ExitName;
  readonly name: string;
  readonly filter: Filter;
}

/** The part of an id that says that the branch with the id behind it is taken by “yes”. */
export const YES = 'yes';

/** The first way whose filter matches: a question of yes and no where there is one way, else a split of many branches. */
export function question(
  writing: Writing,
  { id, step }: Writable<'split'> | Writable<'check'>,
  ways: readonly Way[],
  other: ExitName,
): Part {
  const [only] = ways;
  if (only && ways.length === 1)
    return {
      id: writing.name(id, YES, only.id),
      type: 'conditional-split',
      data: { profile_filter: only.filter },
      links: { next_if_true: { exit: only.id }, next_if_false: { exit: other } },
    };
  const branches = ways.map(({ id: branch, name, filter }, order) => ({
    branch_id: branch,
    order,
    is_else: false,
    name,
    branch_filter: filter,
  }));
  const rest = {
    branch_id: other,
    order: ways.length,
    is_else: true,
    name: 'Everyone else',
    branch_filter: null,
  };
  return {
    id: writing.name(id),
    type: 'multi-branch-split',
    data: { name: step.name.trim() === '' ? id : step.name, branches: [...branches, rest] },
    links: Object.fromEntries([...ways.map((way) => way.id), other].map((exit) => [exit, { exit }])),
  };
}

export function writeSplit(writing: Writing, split: Writable<'split'>): Written {
  const { id, step } = split;
  if (step.branches.length === 0) {
    writing.say('missing', id, {
      code: 'split-without-branches',
      words: 'It asks nothing, so contacts pass it.',
    });
    return { pass: ELSE };
  }
  const ways = step.branches.map((branch): Way => {
    const filter = writing.unlessUnsayable(
      () => filterOf(groupsOf(branch.rule, writing)),
      (why) => {
        writing.say('missing', id, {
          code: 'rule-unsayable',
          words: `Nobody takes “${branch.name}” there, and all go on to the next branch: ${why}.`,
          values: { branch: branch.name },
        });
        return asFilter(NEVER);
      },
    );
    for (const words of ruleWords(branch.rule))
      writing.say('emulated', id, { code: 'rule-reworded', words, returns: true });
    return { id: branch.id, name: branch.name, filter };
  });
  return { parts: [question(writing, split, ways, ELSE)] };
}

/** The part of an id that names an arm; of the last question there are two. */
export const ARM = 'arm';

/** Questions of chance, one after the other: each arm’s share of those who are left. */
export function writeExperiment(writing: Writing, experiment: Writable<'experiment'>): Written {
  const { id, step } = experiment;
  const holdout = step.holdout && { id: HOLDOUT, weight: step.holdout.weight };
  const ways = [...step.arms, ...(holdout ? [holdout] : [])];
  const percentages = conditional(wholeShares(ways.map(({ weight }) => weight)));
  const target = (exit: ExitName | undefined): Target => {
    const leaves = exit === undefined || (exit === HOLDOUT && step.holdout?.goesOn === true);
    return leaves ? 'out' : { exit };
  };
  const named = percentages.map((_, index) => {
    const last = index === percentages.length - 1 ? ways[index + 1] : undefined;
    return writing.name(id, ARM, ways[index]?.id ?? '', ...(last ? [last.id] : []));
  });
  const [head, ...more] = percentages.map((percentage, index): Part => {
    const next = named[index + 1];
    return {
      id: named[index] ?? id,
      type: 'conditional-split',
      data: { profile_filter: asFilter(sample(percentage)) },
      links: {
        next_if_true: target(ways[index]?.id),
        next_if_false: next === undefined ? target(ways[index + 1]?.id) : { part: next },
      },
    };
  });
  if (!head) return 'out';
  sayShares(writing, experiment, percentages);
  return { parts: [head, ...more] };
}

function sample(percentage: number): AllOf {
  return [[{ type: 'profile-sample', percentage }]];
}

/** What share of those who are left goes each way, as whole numbers; of the last way there is none. */
function conditional(shares: readonly number[]): readonly number[] {
  let left = 100;
  return shares.slice(0, Math.max(Math.min(1, shares.length), shares.length - 1)).map((share) => {
    const percentage = left <= 0 ? 0 : Math.round((share * 100) / left);
    left -= share;
    return percentage;
  });
}

/** What really goes each way, in per cent. */
function real(percentages: readonly number[]): readonly number[] {
  let left = 100;
  const taken = percentages.map((percentage) => {
    const share = (left * percentage) / 100;
    left -= share;
    return share;
  });
  return [...taken, left].map((share) => Math.round(share * 100) / 100);
}

function sayShares(
  writing: Writing,
  { id, step: { arms, holdout } }: Writable<'experiment'>,
  percentages: readonly number[],
): void {
  const weights = [...arms.map(({ weight }) => weight), ...(holdout ? [holdout.weight] : [])];
  const words = real(percentages).slice(0, weights.length).join(' : ');
  const asked =
    percentages.length === 1 ? 'A question' : `${percentages.length} questions, one after the other,`;
  writing.say('emulated', id, {
    code: 'random-split',
    words: `${asked} of chance in whole per cents: really ${words} %. A contact that comes back may go another way.`,
    values: { shares: words },
    returns: weights.every((weight) => Number.isInteger(weight)),
  });
  if (holdout?.goesOn === true)
    writing.say('missing', id, {
      code: 'holdout-leaves',
      words:
        'A holdout cannot walk on without messages: held-out contacts leave the flow here, and pass none of the later steps.',
    });
}

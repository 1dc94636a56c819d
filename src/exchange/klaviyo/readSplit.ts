import { isId } from '../../journey/ids.ts';
import type { Rule } from '../../journey/rules.ts';
import type { Branch } from '../../journey/steps/split.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { wholeShares } from '../lower/wholeShares.ts';
import { branchesOf, type Node } from './graph.ts';
import { filterKey, sameButIds } from './knownFilters.ts';
import { readCondition } from './readCondition.ts';
import { allOf, conditionGroups, readFilter } from './readFilter.ts';
import { dataOf, type Reading } from './reading.ts';
import type { Json } from './types.ts';
import { part, single, type Unit } from './unit.ts';
import { ARM, YES } from './writeSplit.ts';

/** An action that parts contacts; undefined: it does something else. */
export function readSplit(reading: Reading, node: Node): Unit | undefined {
  switch (node.action.type) {
    case 'conditional-split':
      return readChance(reading, node) ?? readQuestion(reading, node);
    case 'trigger-split':
      return readOther(reading, node, 'trigger_filter', 'the event that started the flow');
    case 'action-output-split':
      return readOther(reading, node, 'action_output_filter', 'what an action answered');
    case 'multi-branch-split':
      return readBranches(reading, node);
    default:
      return undefined;
  }
}

const YES_OR_NO = (yes: string, no: string) => ({ next_if_true: yes, next_if_false: no });

/** The share of a question that asks chance only. */
function percentageIn(node: Node): number | undefined {
  const [group, ...more] = conditionGroups(dataOf(node)['profile_filter']);
  const [condition, ...others] = group ?? [];
  const percentage = condition?.['type'] === 'profile-sample' ? condition['percentage'] : undefined;
  const alone = more.length === 0 && others.length === 0;
  return alone && typeof percentage === 'number' && percentage >= 0 && percentage <= 100
    ? percentage
    : undefined;
}

function readChance(reading: Reading, node: Node): Unit | undefined {
  const share = percentageIn(node);
  if (share === undefined) return undefined;
  const arms = [
    { id: 'yes', name: 'Yes', weight: share },
    { id: 'no', name: 'No', weight: 100 - share },
  ];
  const name = reading.nameOf(node, 'experiment', undefined, 'Random split');
  return single(node, { kind: 'experiment', name, arms }, YES_OR_NO('yes', 'no'));
}

function readQuestion(reading: Reading, node: Node): Unit {
  const [marker, said] = node.name?.part ?? [];
  const id = marker === YES && said !== undefined && isId(said) && said !== ELSE ? said : 'yes';
  const base = reading.inBase(node, 'split');
  const branch: Branch = {
    id,
    name: base?.branches.find((other) => other.id === id)?.name ?? 'Yes',
    rule: ruleOf(reading, node, { filter: dataOf(node)['profile_filter'], key: node.id, branch: id }),
  };
  const name = reading.nameOf(node, 'split', undefined, 'Split');
  return single(node, { kind: 'split', name, branches: [branch] }, YES_OR_NO(id, ELSE));
}

/** Conditions on what profiles know nothing of: each is a question for a tag. */
function readOther(reading: Reading, node: Node, key: string, what: string): Unit {
  const reader = reading.readerAt(`${node.path}.data.${key}`);
  const groups = conditionGroups(dataOf(node)[key]);
  const rule = allOf(
    groups.map((group): Rule => ({
      kind: 'any',
      rules: group.map((condition) => readCondition(condition, reader)),
    })),
  );
  reading.doubt(node, 'split-on-event', `It asks about ${what}, which contacts do not carry here.`);
  const name = reading.nameOf(node, 'split', undefined, 'Split');
  return single(
    node,
    { kind: 'split', name, branches: [{ id: 'yes', name: 'Yes', rule }] },
    YES_OR_NO('yes', ELSE),
  );
}

function readBranches(reading: Reading, node: Node): Unit {
  const { name, branches } = dataOf(node);
  const ordered = branchesOf({ branches }).toSorted((a, b) => orderOf(a) - orderOf(b));
  const asked = ordered.filter((branch) => branch['is_else'] !== true);
  const taken = new Set<string>([ELSE]);
  const read = asked.map((branch, index): Branch & { readonly key: string } => {
    const key = String(branch['branch_id']);
    const id = isId(key) && !taken.has(key) ? key : freeId(taken, index + 1);
    taken.add(id);
    const said = branch['name'];
    return {
      key,
      id,
      name: typeof said === 'string' && said !== '' ? said : `Branch ${index + 1}`,
      rule: ruleOf(reading, node, {
        filter: branch['branch_filter'],
        key: filterKey(node.id, key),
        branch: id,
      }),
    };
  });
  const others = ordered.filter((branch) => branch['is_else'] === true);
  const exits = [
    ...read.map(({ key, id }) => [key, id] as const),
    ...others.map((branch) => [String(branch['branch_id']), ELSE] as const),
  ];
  const step = {
    kind: 'split',
    name: reading.nameOf(node, 'split', name, 'Split'),
    branches: read.map(({ key: _, ...branch }) => branch),
  } as const;
  return single(node, step, Object.fromEntries(exits));
}

function orderOf({ order }: Json): number {
  return typeof order === 'number' ? order : Number.MAX_SAFE_INTEGER;
}

function freeId(taken: ReadonlySet<string>, from: number): string {
  let number = from;
  while (taken.has(`branch-${number}`)) number += 1;
  return `branch-${number}`;
}

/** What a branch asks: as the base has it where the file still says the same. */
function ruleOf(
  reading: Reading,
  node: Node,
  { filter, key, branch }: { readonly filter: unknown; readonly key: string; readonly branch: string },
): Rule {
  const known = reading.known?.filters;
  const own = reading.inBase(node, 'split')?.branches.find(({ id }) => id === branch);
  if (own && known?.has(key) && sameButIds(known.get(key), filter)) return own.rule;
  return readFilter(filter, reading.readerAt(`${node.path}.data`));
}

/** Questions of chance, one after the other, as the experiment that they were made of. */
export function foldExperiment(reading: Reading, nodes: readonly Node[]): Unit | undefined {
  const arms = nodes.map((node) => node.name?.part.slice(1) ?? []);
  const ids = arms.flat();
  const [head] = nodes;
  const percentages = nodes.map(percentageIn);
  const chained = nodes.every((node, index) => {
    const next = nodes[index + 1];
    return (
      node.name?.part[0] === ARM &&
      (next ? arms[index]?.length === 1 && node.links['next_if_false'] === next.id : true)
    );
  });
  const whole = percentages.every((share) => share !== undefined);
  if (!head || !chained || !whole || ids.length === 0 || new Set(ids).size < ids.length || !ids.every(isId))
    return undefined;
  const weights = weightsOf(percentages, ids.length);
  const base = reading.inBase(head, 'experiment');
  const held = ids.at(-1) === 'holdout' ? (weights.at(-1) ?? 0) : undefined;
  const armIds = held === undefined ? ids : ids.slice(0, -1);
  const step = {
    kind: 'experiment',
    name: reading.nameOf(head, 'experiment', undefined, 'Experiment'),
    arms: armIds.map((id, index) => ({
      id,
      name: base?.arms.find((arm) => arm.id === id)?.name ?? id,
      weight: weights[index] ?? 0,
    })),
    ...(held !== undefined && { holdout: { weight: held, goesOn: false } }),
  } as const;
  const [first, ...more] = nodes.map((node, index) => {
    const no = nodes[index + 1] ?? arms[index]?.[1];
    return part(node, {
      next_if_true: arms[index]?.[0] ?? '',
      ...(no !== undefined && { next_if_false: no }),
    });
  });
  return first && { step, parts: [first, ...more] };
}

/** Whole shares, as they were before each became a share of those who are left. */
function weightsOf(percentages: readonly (number | undefined)[], ways: number): readonly number[] {
  let left = 100;
  const taken = percentages.map((percentage = 0) => {
    const weight = Math.round((left * percentage) / 100);
    left -= weight;
    return weight;
  });
  return wholeShares(ways > taken.length ? [...taken, left] : taken);
}

import { freshId, isId } from '../../journey/ids.ts';
import type { ExitName } from '../../journey/journey.ts';
import { type Branch, ELSE, type SplitStep } from '../../journey/steps/split.ts';
import type { Doubt } from '../doubt.ts';
import { condition, ruleQuestion } from './conditions.ts';
import { idOf, type Plain, textIn } from './plain.ts';
import { ruleOfFlow } from './readRule.ts';
import { conditionText } from './readStep.ts';
import { extensionIn } from './sheet.ts';
import { attributeText } from './xmlText.ts';

interface ReadBranches {
  readonly branches: readonly Branch[];
  readonly exits: ReadonlyMap<ExitName, Plain>;
  readonly doubts: readonly Doubt[];
}

/**
 * The branches of a gateway, one for each arrow but the default one. Those that `known` has keep their ids and, as long as the arrow
 * still says the same, their rules.
 */
export function readBranches(
  gateway: Plain,
  flows: readonly Plain[],
  known: SplitStep['branches'],
): ReadBranches {
  const otherwise = defaultFlow(gateway, flows);
  const exits = new Map<ExitName, Plain>();
  const doubts: Doubt[] = [];
  const branches = flows.flatMap((flow): Branch[] => {
    if (flow === otherwise) return [];
    const before = known.find(({ id }) => id === exitNamed(flow));
    const name = adopted(before?.name ?? '', textIn(flow, 'name'));
    const id = before && !exits.has(before.id) ? before.id : branchId(idOf(flow), exits);
    exits.set(id, flow);
    if (before && saysRule(flow, before)) return [{ ...before, id, name }];
    const read = ruleOfFlow(flow, name);
    doubts.push(...read.doubts);
    return [{ id, name, rule: read.rule }];
  });
  if (otherwise) exits.set(ELSE, otherwise);
  return { branches, exits, doubts };
}

/** The arrow that a modeler marked; else the last one without a condition, where others have one or nothing tells them apart. */
function defaultFlow(gateway: Plain, flows: readonly Plain[]): Plain | undefined {
  const marked = flows.find((flow) => idOf(flow) === textIn(gateway, 'default'));
  const ours = flows.find((flow) => exitNamed(flow) === ELSE && conditionText(flow) === undefined);
  return marked ?? ours ?? flows.findLast((flow) => conditionText(flow) === undefined);
}

function saysRule(flow: Plain, { rule }: Branch): boolean {
  return conditionText(flow) === textIn(condition(ruleQuestion(rule)), 'body');
}

function branchId(flow: string, taken: ReadonlyMap<ExitName, Plain>): ExitName {
  return isId(flow) && flow !== ELSE && !taken.has(flow) ? flow : freshId(taken.keys(), 'branch');
}

/** The exit that one of our arrows was written for. */
export function exitNamed(flow: Plain): ExitName | undefined {
  return textIn(extensionIn(flow, 'rehearsal:Exit'), 'name');
}

/** A name as it was, unless the file shows another one. */
export function adopted(exact: string, shown = ''): string {
  return attributeText(exact) === shown ? exact : shown;
}

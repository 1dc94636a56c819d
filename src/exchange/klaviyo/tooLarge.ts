import type { Problem } from '../../journey/problem.ts';
import { isObject } from '../kept.ts';
import { conditionGroups } from './readFilter.ts';
import { branchesOf } from './graph.ts';
import type { FlowDefinition } from './shape.ts';

/** Actions of a flow, some of which may be read as one step: more than five for each step of the largest journey. */
const MOST_ACTIONS = 5000;
/** Parts of a rule. */
const MOST_CONDITIONS = 1000;
const PLACE = 'data.attributes.definition';

/** Why a flow is not read at all: it is larger than any journey. */
export function tooLarge({ actions, profile_filter: filter }: FlowDefinition): Problem | undefined {
  if (actions.length > MOST_ACTIONS)
    return fault(
      `The flow has ${actions.length} actions; at most ${MOST_ACTIONS} are read.`,
      `${PLACE}.actions`,
    );
  if (isLarge(filter)) return tooManyConditions(`${PLACE}.profile_filter`);
  const index = actions.findIndex(({ data }) => filtersIn(data).some(isLarge));
  return index < 0 ? undefined : tooManyConditions(`${PLACE}.actions.${index}.data`);
}

function filtersIn(data: unknown): readonly unknown[] {
  if (!isObject(data)) return [];
  const own = ['profile_filter', 'trigger_filter', 'action_output_filter'].map((key) => data[key]);
  return [...own, ...branchesOf(data).map((branch) => branch['branch_filter'])];
}

function isLarge(filter: unknown): boolean {
  const groups = conditionGroups(filter);
  const conditions = groups.reduce((sum, group) => sum + group.length, groups.length);
  return conditions > MOST_CONDITIONS;
}

function tooManyConditions(path: string): Problem {
  return fault(`A filter has more than ${MOST_CONDITIONS} conditions.`, path);
}

function fault(what: string, path: string): Problem {
  const words = `${what} Make a smaller flow of a part of it, and import that.`;
  return { code: 'flow-too-large', severity: 'error', words, values: {}, path };
}

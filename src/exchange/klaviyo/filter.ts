import type { Rule } from '../../journey/rules.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { ALWAYS, type AnyOf, comparison, consent, NEVER, property, Unsayable } from './conditions.ts';
import { SCORE, TAGS } from './properties.ts';
import type { Filter } from './types.ts';

/** Groups that must all hold. */
export type AllOf = readonly AnyOf[];

/** What contacts did is asked of metrics, whose ids somebody must fill in. */
export interface Sayings {
  readonly behaviour: (rule: Extract<Rule, { kind: 'behaviour' }>, negated: boolean) => AllOf;
}

/** Groups above these numbers nobody could read, and a product of groups grows fast. */
const MOST_GROUPS = 40;
const MOST_CONDITIONS = 400;

/**
 * A rule as groups of alternatives that must all hold, which is all that a filter can say: “none” goes down to the comparisons, “any” of
 * “all” is multiplied out. No group: everyone; an empty group: nobody. Throws `Unsayable`.
 */
export function groupsOf(rule: Rule, sayings: Sayings, negated = false): AllOf {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none': {
      const inner = rule.rules.map((part) => groupsOf(part, sayings, negated !== (rule.kind === 'none')));
      const together = (rule.kind === 'any') === negated;
      return together ? bounded(inner.flat()) : inner.reduce(eitherOf, [[]]);
    }
    case 'column':
      return [comparison(rule, negated)];
    case 'tag':
      return [[listed(rule.tag, negated)]];
    case 'score':
      return [[scored(rule.atLeast, negated)]];
    case 'behaviour':
      return sayings.behaviour(rule, negated);
    case 'consent':
      return [[consent(rule.channel, !negated)]];
  }
}

function listed(tag: string, negated: boolean) {
  const filter = { type: 'list', operator: negated ? 'not-contains' : 'contains', value: tag };
  return { type: 'profile-property', property: TAGS, filter };
}

function scored(atLeast: number, negated: boolean) {
  const operator = negated ? 'less-than' : 'greater-than-or-equal';
  return { ...property('Score', { type: 'numeric', operator, value: atLeast }), property: SCORE };
}

function eitherOf(a: AllOf, b: AllOf): AllOf {
  if (a.length * b.length > MOST_GROUPS)
    throw new Unsayable(
      `it has more than ${MOST_GROUPS} groups when it is put as Klaviyo puts it: groups that must all hold, of alternatives`,
    );
  return bounded(a.flatMap((one) => b.map((other) => [...one, ...other])));
}

function bounded(groups: AllOf): AllOf {
  const plain = unlike(groups.map((conditions) => unlike(conditions)));
  if (plain.length > MOST_GROUPS || plain.flat().length > MOST_CONDITIONS)
    throw new Unsayable(
      `it has more than ${MOST_GROUPS} groups or ${MOST_CONDITIONS} conditions when it is put as Klaviyo puts it`,
    );
  return plain;
}

function unlike<T>(parts: readonly T[]): readonly T[] {
  return parts.filter((part, index) => parts.findIndex((other) => sameJson(other, part)) === index);
}

/** The groups as a filter that must have one, as those of splits must. */
export function filterOf(groups: AllOf): Filter {
  if (groups.length === 0) return asFilter([ALWAYS]);
  return asFilter(groups.some((conditions) => conditions.length === 0) ? NEVER : groups);
}

export function asFilter(groups: AllOf): Filter {
  return { condition_groups: groups.map((conditions) => ({ conditions })) };
}

import { isGroup, type Group, type Operator, type Rule } from '../../../journey/rules.ts';
import { moved } from '../../../forms/order.ts';

/** What can be done to a row of a group: each gives the group as it is afterwards. Rows are told by their place. */

const OPPOSITE: Partial<Record<Operator, Operator>> = {
  is: 'isNot',
  isNot: 'is',
  isKnown: 'isUnknown',
  isUnknown: 'isKnown',
};

/**
 * The rule that matches exactly those whom this one does not. “At least” has no operator for that: who has no value matches neither it
 * nor “less than”.
 */
export function negated(rule: Rule): Rule {
  if (rule.kind === 'any') return { ...rule, kind: 'none' };
  if (rule.kind === 'none') {
    const [only, ...others] = rule.rules;
    return only && others.length === 0 ? only : { ...rule, kind: 'any' };
  }
  const operator = rule.kind === 'column' ? OPPOSITE[rule.operator] : undefined;
  return rule.kind === 'column' && operator ? { ...rule, operator } : { kind: 'none', rules: [rule] };
}

export function withRow(group: Group, index: number, rule: Rule): Group {
  return { ...group, rules: group.rules.toSpliced(index, 1, rule) };
}

export function withoutRow(group: Group, index: number): Group {
  return { ...group, rules: group.rules.toSpliced(index, 1) };
}

export function wrapped(group: Group, index: number): Group {
  const rule = group.rules[index];
  return rule ? withRow(group, index, { kind: 'all', rules: [rule] }) : group;
}

/** The rows of a group inside, in its place. */
export function ungrouped(group: Group, index: number): Group {
  const inner = group.rules[index];
  if (!inner || !isGroup(inner)) return group;
  return { ...group, rules: group.rules.toSpliced(index, 1, ...inner.rules) };
}

export function movedRow(group: Group, index: number, by: number): Group {
  return { ...group, rules: moved(group.rules, index, by) };
}

/** The place of the group that a row can go into: the one after it, else the one before. */
export function groupBeside(group: Group, index: number): number | undefined {
  return [index + 1, index - 1].find((place) => {
    const rule = group.rules[place];
    return rule !== undefined && isGroup(rule);
  });
}

/** The row at the near end of the group beside it. */
export function movedInto(group: Group, index: number, place: number): Group {
  const rule = group.rules[index];
  const inner = group.rules[place];
  if (!rule || !inner || !isGroup(inner)) return group;
  const rules = place > index ? [rule, ...inner.rules] : [...inner.rules, rule];
  return withoutRow(withRow(group, place, { ...inner, rules }), index);
}

/** A row of a group inside as a row of this one, right after that group. */
export function movedOut(group: Group, place: number, index: number): Group {
  const inner = group.rules[place];
  const rule = inner && isGroup(inner) ? inner.rules[index] : undefined;
  if (!inner || !isGroup(inner) || !rule) return group;
  return { ...group, rules: group.rules.toSpliced(place, 1, withoutRow(inner, index), rule) };
}

/** How many groups stand in each other, this rule included. */
export function depthOf(rule: Rule): number {
  return isGroup(rule) ? 1 + Math.max(0, ...rule.rules.map(depthOf)) : 0;
}

import type { Group, Rule } from '../../journey/rules.ts';

export type Leaf = Exclude<Rule, Group>;

/** A question about a contact, or its contrary. */
export interface Asked {
  readonly leaf: Leaf;
  readonly not: boolean;
}

/** All of them together. */
export type Conjunction = readonly Asked[];

/** More than this is nothing that anybody could read as the conditions of a branch. */
const MOST = 100;

/**
 * A rule as a list of conjunctions one of which must hold: what a list of conditions can say. Undefined: there would be too many. Two rules
 * with the same conjunctions match the same contacts.
 */
export function conjunctionsOf(rule: Rule): readonly Conjunction[] | undefined {
  try {
    return expand(rule, false);
  } catch (error) {
    if (error instanceof TooMany) return undefined;
    throw error;
  }
}

class TooMany extends Error {
  override readonly name = 'TooMany';
}

function expand(rule: Rule, not: boolean): readonly Conjunction[] {
  switch (rule.kind) {
    case 'all':
      return not ? anyOf(rule.rules, true) : allOf(rule.rules, false);
    case 'any':
      return not ? allOf(rule.rules, true) : anyOf(rule.rules, false);
    case 'none':
      return not ? anyOf(rule.rules, false) : allOf(rule.rules, true);
    case 'column':
      return not ? contrary(rule) : [[{ leaf: rule, not: false }]];
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return [[{ leaf: rule, not }]];
  }
}

function anyOf(rules: readonly Rule[], not: boolean): readonly Conjunction[] {
  return bounded(rules.flatMap((rule) => expand(rule, not)));
}

function allOf(rules: readonly Rule[], not: boolean): readonly Conjunction[] {
  return rules.reduce<readonly Conjunction[]>(
    (all, rule) => {
      const more = expand(rule, not);
      if (all.length * more.length > MOST) throw new TooMany();
      return all.flatMap((before) => more.map((after) => [...before, ...after]));
    },
    [[]],
  );
}

function bounded(conjunctions: readonly Conjunction[]): readonly Conjunction[] {
  if (conjunctions.length > MOST) throw new TooMany();
  return conjunctions;
}

type Column = Extract<Rule, { kind: 'column' }>;

const DAY = 86_400_000;

/** A value that is not known matches `isUnknown` and `isNot` alone, so the contrary of a comparison holds for it as well. */
function contrary(rule: Column): readonly Conjunction[] {
  const asks = (operator: Column['operator'], value = rule.value): Conjunction => [
    {
      leaf: { kind: 'column', column: rule.column, operator, ...(value !== undefined && { value }) },
      not: false,
    },
  ];
  const unknown: Conjunction = [
    { leaf: { kind: 'column', column: rule.column, operator: 'isUnknown' }, not: false },
  ];
  switch (rule.operator) {
    case 'is':
      return [asks('isNot')];
    case 'isNot':
      return [asks('is')];
    case 'isKnown':
      return [unknown];
    case 'isUnknown':
      return [asks('isKnown')];
    case 'atLeast':
      return [asks('lessThan'), unknown];
    case 'atMost':
      return [asks('moreThan'), unknown];
    case 'moreThan':
      return [asks('atMost'), unknown];
    case 'lessThan':
      return [asks('atLeast'), unknown];
    case 'before':
      return onDay(rule, -1, (day) => [asks('after', day), unknown]);
    case 'after':
      return onDay(rule, 1, (day) => [asks('before', day), unknown]);
    case 'contains':
    case 'startsWith':
      return [[{ leaf: rule, not: true }]];
  }
}

/** On or after a day is after the day before it. */
function onDay(
  rule: Column,
  days: number,
  asked: (day: string) => readonly Conjunction[],
): readonly Conjunction[] {
  const time = Date.parse(`${String(rule.value).slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) return [[{ leaf: rule, not: true }]];
  return asked(new Date(time + days * DAY).toISOString().slice(0, 10));
}

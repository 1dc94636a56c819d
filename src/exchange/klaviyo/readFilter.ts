import type { Comparison, Rule } from '../../journey/rules.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { isObject } from '../kept.ts';
import { OPPOSITE } from './conditions.ts';
import { isAboutReEntry, readCondition, type Reader } from './readCondition.ts';
import type { Json } from './types.ts';

/** The conditions of each group; groups that are none are left out. */
export function conditionGroups(filter: unknown): readonly (readonly Json[])[] {
  const groups = isObject(filter) ? filter['condition_groups'] : undefined;
  if (!Array.isArray(groups)) return [];
  return (groups as readonly unknown[]).flatMap((group) => {
    const conditions = isObject(group) ? group['conditions'] : undefined;
    return Array.isArray(conditions) ? [(conditions as readonly unknown[]).filter(isObject)] : [];
  });
}

/** A filter as a rule: a split without one lets nobody through. */
export function readFilter(filter: unknown, reader: Reader): Rule {
  if (filter === null || filter === undefined) return { kind: 'any', rules: [] };
  const rules = conditionGroups(filter).map((conditions) => readGroup(conditions, reader));
  return allOf(rules);
}

export function allOf(rules: readonly Rule[]): Rule {
  const asked = rules.filter((rule) => !(rule.kind === 'all' && rule.rules.length === 0));
  if (isContradiction(asked)) return { kind: 'any', rules: [] };
  const [only] = asked;
  return asked.length === 1 && only ? only : { kind: 'all', rules: asked };
}

/** One of the conditions must hold. */
export function readGroup(conditions: readonly Json[], reader: Reader): Rule {
  const said = conditions.filter((condition) => !isAboutReEntry(condition));
  if (said.length === 0 && conditions.length > 0) return { kind: 'all', rules: [] };
  const rules = unlike(said.map((condition) => readCondition(condition, reader)));
  if (isContradiction(rules)) return { kind: 'all', rules: [] };
  const folded = rules.flatMap((rule, index) => foldMissing(rule, index, rules));
  const [only] = folded;
  return folded.length === 1 && only ? only : { kind: 'any', rules: folded };
}

function unlike(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter((rule, index) => rules.findIndex((other) => sameJson(other, rule)) === index);
}

/** A column that is asked to be known, and to be unknown. */
function isContradiction(rules: readonly Rule[]): boolean {
  return rules.some(
    (rule) =>
      rule.kind === 'column' &&
      rule.operator === 'isKnown' &&
      rules.some(
        (other) => other.kind === 'column' && other.operator === 'isUnknown' && other.column === rule.column,
      ),
  );
}

/**
 * “Less than 5, or not known” is how “not at least 5” had to be said: a value that is missing is not at least 5 either. Which of two rules
 * says it for both hangs on their order, so that each of several is folded once.
 */
function foldMissing(rule: Rule, index: number, rules: readonly Rule[]): readonly Rule[] {
  if (rule.kind !== 'column') return [rule];
  const partner = (wanted: (other: Comparison) => boolean) =>
    rules.find(
      (other): other is Comparison =>
        other.kind === 'column' && other.column === rule.column && wanted(other),
    );
  if (rule.operator === 'isUnknown') return partner((other) => notAnd(other) !== undefined) ? [] : [rule];
  const negative = notAnd(rule);
  const missing = partner(({ operator }) => operator === 'isUnknown');
  const first = rules.findIndex(
    (other) => other.kind === 'column' && other.column === rule.column && notAnd(other) !== undefined,
  );
  return negative && missing && first === index ? [negative] : [rule];
}

/** The rule that this comparison and a missing value are the opposite of. */
function notAnd({ column, operator, value }: Comparison): Rule | undefined {
  switch (operator) {
    case 'atLeast':
    case 'atMost':
    case 'moreThan':
    case 'lessThan':
    case 'before':
    case 'after': {
      const opposite = {
        kind: 'column',
        column,
        operator: OPPOSITE[operator],
        ...(value !== undefined && { value }),
      };
      return { kind: 'none', rules: [opposite as Comparison] };
    }
    case 'is':
      return typeof value === 'boolean'
        ? { kind: 'column', column, operator: 'isNot', value: !value }
        : undefined;
    case 'isNot':
    case 'contains':
    case 'startsWith':
    case 'isKnown':
    case 'isUnknown':
      return undefined;
  }
}

import { CHANNELS } from '../../../journey/channels.ts';
import type { FactsColumn } from '../../../journey/facts.ts';
import {
  BEHAVIOURS,
  canAsk,
  EVERYONE,
  type Operator,
  type Rule,
  type RuleValue,
} from '../../../journey/rules.ts';
import { isObject } from '../../kept.ts';
import { tagOf } from '../../tagOf.ts';
import { CONSENT_KEY, DID_KEY, NEVER_KEY, SCORE_KEY, TAG_KEY } from '../format.ts';
import type { ReadContext } from './context.ts';

/**
 * The rule of `filters`: all of its properties must hold. What cannot be asked here (an event, a cohort, a regular expression) becomes a
 * question for a tag of the same words, with a warning.
 */
export function ruleOfFilters(filters: unknown, path: string, context: ReadContext): Rule {
  if (!isObject(filters)) return EVERYONE;
  for (const kind of ['events', 'actions'])
    if (Array.isArray(filters[kind]) && filters[kind].length > 0)
      context.warn({
        code: 'filter-of-events',
        words: `“${path}.${kind}” asks for what somebody did. The simulation knows nothing of it, so that part of the question is left out.`,
        path: `${path}.${kind}`,
      });
  return ruleOfProperties(filters['properties'], `${path}.properties`, context);
}

export function ruleOfProperties(properties: unknown, path: string, context: ReadContext): Rule {
  const rules = rulesOfProperties(properties, path, context);
  const [only] = rules;
  return only && rules.length === 1 ? only : { kind: 'all', rules };
}

function rulesOfProperties(properties: unknown, path: string, context: ReadContext): readonly Rule[] {
  if (Array.isArray(properties))
    return properties.slice(0, 200).map((one, index) => ruleOf(one, `${path}.${index}`, context));
  if (isObject(properties) && Array.isArray(properties['values'])) return [ruleOf(properties, path, context)];
  return [];
}

function ruleOf(property: unknown, path: string, context: ReadContext): Rule {
  if (!isObject(property)) return strange(property, path, context);
  const { type, values } = property;
  if (Array.isArray(values)) {
    const rules = values.slice(0, 200).map((one, index) => ruleOf(one, `${path}.values.${index}`, context));
    return { kind: type === 'OR' ? 'any' : 'all', rules };
  }
  const { key } = property;
  if (typeof key !== 'string' || key === '' || (type !== undefined && type !== 'person'))
    return strange(property, path, context);
  return (
    flagOf(key, property, context) ?? comparisonOf(key, property, context) ?? strange(property, path, context)
  );
}

/** The person properties that our own files ask for. */
function flagOf(
  key: string,
  { operator, value }: Readonly<Record<string, unknown>>,
  context: ReadContext,
): Rule | undefined {
  const [first] = listOf(value);
  if (key === NEVER_KEY) return { kind: 'any', rules: [] };
  if (key === SCORE_KEY && typeof first === 'number' && (operator === 'gte' || operator === 'lt'))
    return unless(operator === 'lt', { kind: 'score', atLeast: first });
  if (first !== true || (operator !== 'exact' && operator !== 'is_not')) return undefined;
  const flag = namedFlag(key, context);
  return flag && unless(operator === 'is_not', flag);
}

function namedFlag(key: string, context: ReadContext): Rule | undefined {
  if (key.startsWith(TAG_KEY)) return { kind: 'tag', tag: key.slice(TAG_KEY.length) };
  const channel = CHANNELS.find((one) => key === CONSENT_KEY + one);
  if (channel) return { kind: 'consent', channel };
  if (!key.startsWith(DID_KEY)) return undefined;
  const [did, action] = key.slice(DID_KEY.length).split(/:(.*)/);
  const behaviour = BEHAVIOURS.find((one) => one === did);
  if (!behaviour || action === undefined) return behaviour && { kind: 'behaviour', did: behaviour };
  const step = context.messageOf(action);
  return step && { kind: 'behaviour', did: behaviour, step };
}

/** Operator → ours, and whether its contrary is meant. */
const OPERATORS: Readonly<Record<string, readonly [Operator, boolean]>> = {
  exact: ['is', false],
  is_not: ['isNot', false],
  icontains: ['contains', false],
  not_icontains: ['contains', true],
  starts_with: ['startsWith', false],
  not_starts_with: ['startsWith', true],
  gt: ['moreThan', false],
  gte: ['atLeast', false],
  min: ['atLeast', false],
  lt: ['lessThan', false],
  lte: ['atMost', false],
  max: ['atMost', false],
  is_set: ['isKnown', false],
  is_not_set: ['isUnknown', false],
  is_date_before: ['before', false],
  is_date_after: ['after', false],
};

function comparisonOf(
  key: string,
  property: Readonly<Record<string, unknown>>,
  context: ReadContext,
): Rule | undefined {
  const known = typeof property['operator'] === 'string' ? property['operator'] : 'exact';
  const [operator, not] = Object.hasOwn(OPERATORS, known) ? (OPERATORS[known] ?? []) : [];
  if (operator === undefined) return undefined;
  const column = context.schema?.columns.find(({ name }) => name === key);
  if (column && !canAsk(column.type, operator)) return undefined;
  if (operator === 'isKnown' || operator === 'isUnknown') return { kind: 'column', column: key, operator };
  const values = listOf(property['value']).map((value) => typed(value, operator, column));
  const rules = values.flatMap((value): Rule[] =>
    value === undefined ? [] : [{ kind: 'column', column: key, operator, value }],
  );
  if (rules.length === 0 || rules.length < values.length) return undefined;
  const [only] = rules;
  // One of several values: any of them is meant, and none of them where it must not be.
  const each: Rule =
    only && rules.length === 1 ? only : { kind: operator === 'isNot' ? 'all' : 'any', rules };
  return unless(not === true, each);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** PostHog’s editor writes every value as a text; undefined: nothing that can be compared. */
function typed(value: unknown, operator: Operator, column: FactsColumn | undefined): RuleValue | undefined {
  if (operator === 'before' || operator === 'after') return dayOf(value);
  if (typeof value === 'boolean') return value;
  const ordered = !['is', 'isNot', 'contains', 'startsWith'].includes(operator);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'string' || value.length > 10_000) return undefined;
  const number = value.trim() === '' ? NaN : Number(value);
  if (ordered) return Number.isFinite(number) ? number : undefined;
  if (column?.type === 'number' && Number.isFinite(number)) return number;
  if (column?.type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

function dayOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  return day !== undefined && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined;
}

function unless(not: boolean, rule: Rule): Rule {
  return not ? { kind: 'none', rules: [rule] } : rule;
}

function strange(property: unknown, path: string, context: ReadContext): Rule {
  const words = isObject(property)
    ? ['type', 'key', 'operator', 'value'].map((part) => plain(property[part])).join(' ')
    : plain(property);
  const tag = tagOf(words);
  context.warn({
    code: 'filter-not-read',
    words: `“${path}” asks something that the simulation cannot know (${words.trim().slice(0, 80)}). The tag “${tag}” is asked for instead, which nobody has yet.`,
    values: { tag },
    path,
  });
  return { kind: 'tag', tag };
}

function plain(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, 200);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.slice(0, 5).map(plain).join(' ') : '';
}

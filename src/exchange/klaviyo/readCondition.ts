import type { Channel } from '../../journey/channels.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Rule } from '../../journey/rules.ts';
import { isObject } from '../kept.ts';
import { tagOf } from '../tagOf.ts';
import { MESSAGE_NAME } from './conditions.ts';
import { dayBefore } from './dates.ts';
import { knownMetric } from './metrics.ts';
import { columnOf, SCORE, TAGS } from './properties.ts';
import type { Json } from './types.ts';

/** What reading a condition may look at, and where it says what it could not read. */
export interface Reader {
  /** The message of that name or id, where there is one only. */
  readonly message: (said: string) => StepId | undefined;
  /** `read`: what stands there instead. */
  readonly doubt: (code: string, words: string) => void;
}

/** A condition that says nothing of contacts: how often they may come in. */
export function isAboutReEntry(condition: Json): boolean {
  return condition['type'] === 'profile-not-in-flow';
}

/** One condition as a rule; what has no counterpart becomes a question for a tag, with a doubt. */
export function readCondition(condition: Json, reader: Reader): Rule {
  const known =
    readProperty(condition) ?? readConsent(condition) ?? readMetric(condition, reader) ?? undefined;
  return known ?? tagInstead(condition, reader);
}

function tagInstead(condition: Json, { doubt }: Reader): Rule {
  if (condition['type'] === 'profile-group-membership') return membership(condition, doubt);
  const words = sayings(condition);
  const tag = tagOf(words.join(' '));
  doubt(
    'condition-unknown',
    `A condition of the kind “${words[0] ?? 'unknown'}” has no counterpart here: the tag “${tag}” is asked for instead, which nobody has yet.`,
  );
  return { kind: 'tag', tag };
}

/** All texts and numbers of a condition, in their order. */
function sayings(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value).slice(0, 60)];
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  return Object.values(value)
    .slice(0, 8)
    .flatMap((part) => sayings(part, depth + 1));
}

/** Lists and segments are known by their ids only: each is a tag. */
export function groupTag(id: string): string {
  return tagOf(`list ${id}`);
}

function membership(condition: Json, doubt: Reader['doubt']): Rule {
  const ids = Array.isArray(condition['group_ids']) ? condition['group_ids'].map(String).slice(0, 50) : [];
  doubt(
    'group-known-by-id',
    `Who is in the list or segment ${ids.join(', ')} is not in the file: tags are asked for instead, which nobody has yet.`,
  );
  const rules = ids.map((id): Rule => ({ kind: 'tag', tag: groupTag(id) }));
  return { kind: condition['is_member'] === false ? 'none' : 'any', rules };
}

function readProperty(condition: Json): Rule | undefined {
  const { property, filter, type } = condition;
  if (type !== 'profile-property' || typeof property !== 'string' || !isObject(filter)) return undefined;
  const column = columnOf(property);
  const { operator, value } = filter;
  switch (filter['type']) {
    case 'existence':
      return { kind: 'column', column, operator: operator === 'not-set' ? 'isUnknown' : 'isKnown' };
    case 'boolean':
      return typeof value === 'boolean' ? { kind: 'column', column, operator: 'is', value } : undefined;
    case 'string':
      return readText(column, operator, value);
    case 'numeric':
      return readNumber(column, property, operator, value);
    case 'date':
      return readDate(column, filter);
    case 'list':
      return property === TAGS && typeof value === 'string' ? readTag(operator, value) : undefined;
    default:
      return undefined;
  }
}

function readTag(operator: unknown, tag: string): Rule | undefined {
  if (operator === 'contains') return { kind: 'tag', tag };
  return operator === 'not-contains' ? { kind: 'none', rules: [{ kind: 'tag', tag }] } : undefined;
}

function readText(column: string, operator: unknown, value: unknown): Rule | undefined {
  if (operator === 'in' || operator === 'not-in') {
    if (!Array.isArray(value) || !value.every((part) => typeof part === 'string')) return undefined;
    const rules = value.map((part): Rule => ({ kind: 'column', column, operator: 'is', value: part }));
    return { kind: operator === 'in' ? 'any' : 'none', rules };
  }
  if (typeof value !== 'string') return undefined;
  const asked = (said: 'is' | 'isNot' | 'contains' | 'startsWith'): Rule => ({
    kind: 'column',
    column,
    operator: said,
    value,
  });
  switch (operator) {
    case 'equals':
      return asked('is');
    case 'not-equals':
      return asked('isNot');
    case 'contains':
      return asked('contains');
    case 'starts-with':
      return asked('startsWith');
    case 'not-contains':
      return { kind: 'none', rules: [asked('contains')] };
    case 'not-starts-with':
      return { kind: 'none', rules: [asked('startsWith')] };
    default:
      return undefined;
  }
}

const NUMERIC = new Map([
  ['equals', 'is'],
  ['not-equals', 'isNot'],
  ['greater-than-or-equal', 'atLeast'],
  ['less-than-or-equal', 'atMost'],
  ['greater-than', 'moreThan'],
  ['less-than', 'lessThan'],
] as const);

function readNumber(column: string, property: string, said: unknown, value: unknown): Rule | undefined {
  const operator = [...NUMERIC].find(([name]) => name === said)?.[1];
  if (operator === undefined || typeof value !== 'number') return undefined;
  if (property === SCORE && operator === 'atLeast') return { kind: 'score', atLeast: value };
  if (property === SCORE && operator === 'lessThan')
    return { kind: 'none', rules: [{ kind: 'score', atLeast: value }] };
  return { kind: 'column', column, operator, value };
}

function readDate(column: string, { operator, date }: Json): Rule | undefined {
  if (typeof date !== 'string' || Number.isNaN(Date.parse(date))) return undefined;
  if (operator === 'before') return { kind: 'column', column, operator, value: date.slice(0, 10) };
  return operator === 'after' ? { kind: 'column', column, operator, value: dayBefore(date) } : undefined;
}

function readConsent({ type, consent, permission, channel }: Json): Rule | undefined {
  if (type === 'profile-permissions' && isObject(permission) && channel === 'whatsapp_marketing') {
    const status = String(permission['reachable_status']);
    return mayWrite('whatsapp', !status.includes('unreachable'));
  }
  if (type !== 'profile-marketing-consent' || !isObject(consent)) return undefined;
  const where = consent['channel'];
  if (where !== 'email' && where !== 'sms' && where !== 'push') return undefined;
  return mayWrite(where, consent['can_receive_marketing'] === true);
}

function mayWrite(channel: Channel, may: boolean): Rule {
  const rule: Rule = { kind: 'consent', channel };
  return may ? rule : { kind: 'none', rules: [rule] };
}

/** Whether it happened, or did not: counts above one and sums have no counterpart. */
function readMetric(condition: Json, reader: Reader): Rule | undefined {
  const { type, metric_id: id, measurement, measurement_filter: filter } = condition;
  if (type !== 'profile-metric' || measurement !== 'count' || !isObject(filter) || typeof id !== 'string')
    return undefined;
  const some = countsSome(filter);
  const did = knownMetric(id)?.did;
  if (some === undefined) return undefined;
  const step = messageOf(condition, reader);
  if (did === undefined || did === 'replied' || did === 'unsubscribed' || did === 'bounced')
    return unknownMetric(id, some, reader);
  const behaviour: Rule = { kind: 'behaviour', did, ...(step !== undefined && { step }) };
  return some ? behaviour : { kind: 'none', rules: [behaviour] };
}

function unknownMetric(id: string, some: boolean, { doubt }: Reader): Rule {
  const tag = tagOf(`did ${id}`);
  doubt(
    'metric-known-by-id',
    `What the metric “${id}” counts is not in the file: the tag “${tag}” is asked for instead, which nobody has yet.`,
  );
  const rule: Rule = { kind: 'tag', tag };
  return some ? rule : { kind: 'none', rules: [rule] };
}

function countsSome({ operator, value }: Json): boolean | undefined {
  if (operator === 'greater-than' && value === 0) return true;
  if (operator === 'greater-than-or-equal' && value === 1) return true;
  if (operator === 'equals' && value === 0) return false;
  return operator === 'less-than' && value === 1 ? false : undefined;
}

function messageOf({ metric_filters: filters, timeframe_filter: timeframe }: Json, reader: Reader) {
  if (isObject(timeframe) && timeframe['operator'] !== 'flow-start')
    reader.doubt(
      'timeframe-widened',
      'The time within which it must have happened is not read: what happened since the contact came in counts.',
    );
  const [filter, ...more] = Array.isArray(filters) ? (filters as readonly unknown[]) : [];
  const said = isObject(filter) && isObject(filter['filter']) ? filter['filter']['value'] : undefined;
  const named = isObject(filter) && [MESSAGE_NAME, '$message'].includes(String(filter['property']));
  const step = named && typeof said === 'string' ? reader.message(said) : undefined;
  if (filter !== undefined && (step === undefined || more.length > 0))
    reader.doubt(
      'metric-filter-dropped',
      'Which event it must have been is not read: any of this journey counts.',
    );
  return step;
}

import type { FactsColumn, FactsSchema } from '../../journey/facts.ts';
import type { Operator, Rule, RuleValue } from '../../journey/rules.ts';
import { tagOf } from '../tagOf.ts';
import type { JsonObject } from './campaign.ts';
import { channelOfDnc } from './conditions.ts';
import { segmentTag, texts } from './texts.ts';

export interface ReadRule {
  readonly rule: Rule;
  /** As the end of a sentence about the event. */
  readonly doubts: readonly string[];
}

/** What a condition asks, as a rule. */
export function readCondition(type: string, properties: JsonObject, schema?: FactsSchema): ReadRule {
  switch (type) {
    case 'lead.field_value':
      return readField(properties, schema);
    case 'lead.tags':
      return { rule: either(texts(properties['tags']).map((tag) => ({ kind: 'tag', tag }))), doubts: [] };
    case 'lead.segments': {
      const tags = texts(properties['segments']).map(segmentTag);
      return asTags(tags, 'asks for a segment that is known by its number only');
    }
    case 'lead.points':
      return readPoints(properties);
    case 'lead.dnc':
      return readDnc(properties);
    default:
      return byTag(type, properties);
  }
}

/** A single rule stands for itself. */
function either(rules: readonly Rule[]): Rule {
  const [first] = rules;
  return first && rules.length === 1 ? first : { kind: 'any', rules };
}

function none(rule: Rule): Rule {
  return { kind: 'none', rules: [rule] };
}

function asTags(tags: readonly string[], why: string): ReadRule {
  const named = tags.map((tag) => `“${tag}”`).join(', ');
  return {
    rule: either(tags.map((tag) => ({ kind: 'tag', tag }))),
    doubts: [`${why}; the tag ${named} is asked for instead, which nobody has yet`],
  };
}

function byTag(type: string, properties: JsonObject): ReadRule {
  const details = Object.values(properties).flatMap(texts).join(' ');
  return asTags([tagOf(`${type} ${details}`)], `asks “${type}”, which has no counterpart`);
}

const COMPARISONS: Readonly<Record<string, Operator>> = {
  '=': 'is',
  '!=': 'isNot',
  gt: 'moreThan',
  gte: 'atLeast',
  lt: 'lessThan',
  lte: 'atMost',
  empty: 'isUnknown',
  '!empty': 'isKnown',
  contains: 'contains',
  startsWith: 'startsWith',
};

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function readField(properties: JsonObject, schema: FactsSchema | undefined): ReadRule {
  const [column = ''] = texts(properties['field']);
  const type = schema?.columns.find(({ name }) => name === column)?.type;
  const [operator = ''] = texts(properties['operator']);
  const values = texts(properties['value']).map((text) => valueOf(text, type));
  const [value = ''] = values;
  const compare = (asked: Operator, to?: RuleValue): Rule => ({
    kind: 'column',
    column,
    operator: asked,
    ...(to !== undefined && { value: to }),
  });
  const known = Object.hasOwn(COMPARISONS, operator) ? COMPARISONS[operator] : undefined;
  if (column !== '' && known === 'isKnown') return { rule: compare(known), doubts: [] };
  if (column !== '' && known === 'isUnknown') return { rule: compare(known), doubts: [] };
  if (column !== '' && known) return { rule: compare(ofDates(known, value), value), doubts: [] };
  if (column !== '' && (operator === 'in' || operator === '!in')) {
    const rule = either(values.map((one) => compare('is', one)));
    return { rule: operator === 'in' ? rule : none(rule), doubts: [] };
  }
  return asTags(
    [tagOf([column, operator, ...values.map(String)].join(' '))],
    `asks the field “${column}” by “${operator}”, which has no counterpart`,
  );
}

function ofDates(operator: Operator, value: RuleValue): Operator {
  if (typeof value !== 'string' || !DATE.test(value)) return operator;
  return operator === 'lessThan' ? 'before' : operator === 'moreThan' ? 'after' : operator;
}

/** Texts that are numbers are compared as such, but with names. */
function valueOf(text: string, type: FactsColumn['type'] | undefined): RuleValue {
  if (type === 'boolean' && (text === '0' || text === '1')) return text === '1';
  if (type === 'category') return text;
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/.test(text) ? Number(text) : text;
}

function readPoints(properties: JsonObject): ReadRule {
  const score = Number(properties['score'] ?? 0);
  const [operator = 'gte'] = texts(properties['operator']);
  if (!Number.isFinite(score)) return byTag('lead.points', properties);
  const atLeast: Rule = { kind: 'score', atLeast: score };
  const above: Rule = { kind: 'score', atLeast: score + 1 };
  const equal: Rule = { kind: 'all', rules: [atLeast, none(above)] };
  switch (operator) {
    case 'gte':
      return { rule: atLeast, doubts: [] };
    case 'gt':
      return { rule: above, doubts: [] };
    case 'lt':
      return { rule: none(atLeast), doubts: [] };
    case 'lte':
      return { rule: none(above), doubts: [] };
    case '=':
      return { rule: equal, doubts: [] };
    case '!=':
      return { rule: none(equal), doubts: [] };
    default:
      return byTag('lead.points', properties);
  }
}

/** Whoever may not be contacted on one of the channels. */
function readDnc(properties: JsonObject): ReadRule {
  const channels = texts(properties['channels']).map(channelOfDnc);
  const known = channels.filter((channel) => channel !== undefined);
  if (known.length === 0 || known.length < channels.length) return byTag('lead.dnc', properties);
  return { rule: either(known.map((channel) => none({ kind: 'consent', channel }))), doubts: [] };
}

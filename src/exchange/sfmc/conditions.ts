import type { Comparison, Operator, Rule } from '../../journey/rules.ts';

/** One `Condition` of a filter. */
export interface Condition {
  /** Of a data extension. */
  readonly field: string;
  readonly operator: string;
  readonly value: string;
  /** Asked of what the data extension says now, not of what it said when the contact came in. */
  readonly live: boolean;
}

const OPERATORS: Readonly<Record<Operator, string>> = {
  is: 'Equal',
  isNot: 'NotEqual',
  atLeast: 'GreaterThanOrEqual',
  atMost: 'LessThanOrEqual',
  moreThan: 'GreaterThan',
  lessThan: 'LessThan',
  contains: 'Contains',
  startsWith: 'BeginsWith',
  isKnown: 'IsNotNull',
  isUnknown: 'IsNull',
  before: 'LessThan',
  after: 'GreaterThan',
};

/** Operators that say the contrary of one that has no contrary here. */
const NEGATIVES: Partial<Record<Operator, string>> = {
  contains: 'NotContains',
  before: 'GreaterThanOrEqual',
  after: 'LessThanOrEqual',
};

/** What is asked instead when the answer is to be no; a missing value is none of both. */
const OPPOSITES: Partial<Record<Operator, Operator>> = {
  atLeast: 'lessThan',
  atMost: 'moreThan',
  moreThan: 'atMost',
  lessThan: 'atLeast',
};

/** The condition of a rule that is one; undefined: it is a group, or cannot be said by one condition. `live`: columns that updates write. */
export function conditionOf(rule: Rule, live: ReadonlySet<string>): Condition | undefined {
  if (rule.kind === 'column') return ofColumn(rule, live);
  if (rule.kind === 'none') {
    const [only] = rule.rules;
    return only && rule.rules.length === 1 ? negative(only, live) : undefined;
  }
  // Somebody without an address is nobody here: a question that all, or none, say yes to.
  if ((rule.kind === 'all' || rule.kind === 'any') && rule.rules.length === 0)
    return {
      field: 'ContactKey',
      operator: rule.kind === 'all' ? 'IsNotNull' : 'IsNull',
      value: '',
      live: false,
    };
  return ofHappening(rule, 'yes');
}

function ofColumn({ column, operator, value }: Comparison, live: ReadonlySet<string>): Condition {
  const said = value === undefined ? '' : String(value);
  // Dates are compared by the day: after it is past its last second.
  const asked = operator === 'after' ? `${said}T23:59:59` : said;
  return { field: column, operator: OPERATORS[operator], value: asked, live: live.has(column) };
}

function negative(rule: Rule, live: ReadonlySet<string>): Condition | undefined {
  if (rule.kind !== 'column') return ofHappening(rule, 'no');
  const operator = NEGATIVES[rule.operator];
  return operator === undefined ? undefined : { ...ofColumn(rule, live), operator };
}

/** What the platform keeps no count of is asked of a field, which somebody must keep up to date. */
function ofHappening(rule: Rule, answer: 'yes' | 'no'): Condition | undefined {
  const yes = { operator: answer === 'yes' ? 'Equal' : 'NotEqual', value: 'true', live: true };
  switch (rule.kind) {
    case 'tag':
      return { ...yes, field: tagField(rule.tag) };
    case 'consent':
      return { ...yes, field: `consent_${rule.channel}` };
    case 'behaviour':
      return { ...yes, field: rule.step === undefined ? rule.did : `${rule.did}_${rule.step}` };
    case 'score': {
      const operator = answer === 'yes' ? 'GreaterThanOrEqual' : 'LessThan';
      return { field: SCORE_FIELD, operator, value: String(rule.atLeast), live: true };
    }
    case 'all':
    case 'any':
    case 'none':
    case 'column':
      return undefined;
  }
}

const SCORE_FIELD = 'score';

export function tagField(tag: string): string {
  return `tag_${tag}`;
}

/** A rule that says the contrary of a comparison, in comparisons that can be asked; undefined: it is one condition, or none can say it. */
export function contraryOf({ column, operator, value }: Comparison): Rule | undefined {
  const unknown: Rule = { kind: 'column', column, operator: 'isUnknown' };
  const asking = (other: Operator): Rule => ({
    kind: 'column',
    column,
    operator: other,
    ...(value !== undefined && { value }),
  });
  switch (operator) {
    case 'is':
      return asking('isNot');
    case 'isNot':
      return asking('is');
    case 'isKnown':
      return unknown;
    case 'isUnknown':
      return { kind: 'column', column, operator: 'isKnown' };
    case 'contains':
    case 'startsWith':
    case 'before':
    case 'after':
      return undefined;
    case 'atLeast':
    case 'atMost':
    case 'moreThan':
    case 'lessThan': {
      const opposite = OPPOSITES[operator];
      return opposite && { kind: 'any', rules: [asking(opposite), unknown] };
    }
  }
}

const SAID: ReadonlyMap<string, Operator> = new Map([
  ['Equal', 'is'],
  ['Is', 'is'],
  ['NotEqual', 'isNot'],
  ['GreaterThanOrEqual', 'atLeast'],
  ['LessThanOrEqual', 'atMost'],
  ['GreaterThan', 'moreThan'],
  ['LessThan', 'lessThan'],
  ['Contains', 'contains'],
  ['BeginsWith', 'startsWith'],
  ['IsNotNull', 'isKnown'],
  ['IsNull', 'isUnknown'],
]);
const DATE = /^(\d{4}-\d{2}-\d{2})$/;
const END_OF_DAY = /^(\d{4}-\d{2}-\d{2})T23:59:59$/;

/** The rule that a condition says when nothing is known but what it asks; undefined: an operator that we have no word for. */
export function ruleOf({ field, operator, value }: Omit<Condition, 'live'>): Rule | undefined {
  if (operator === 'NotContains') {
    const contains: Rule = { kind: 'column', column: field, operator: 'contains', value };
    return { kind: 'none', rules: [contains] };
  }
  const said = SAID.get(operator);
  if (!said) return undefined;
  if (said === 'isKnown' || said === 'isUnknown') return { kind: 'column', column: field, operator: said };
  const [, day] = (said === 'lessThan' && DATE.exec(value)) || [];
  const [, lastDay] = (said === 'moreThan' && END_OF_DAY.exec(value)) || [];
  if (day !== undefined) return { kind: 'column', column: field, operator: 'before', value: day };
  if (lastDay !== undefined) return { kind: 'column', column: field, operator: 'after', value: lastDay };
  const isText = said === 'contains' || said === 'startsWith';
  return { kind: 'column', column: field, operator: said, value: isText ? value : valueOf(value) };
}

/** `5` is a number, `true` is yes, `05` is a text. */
export function valueOf(text: string): number | string | boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const number = Number(text);
  return text !== '' && String(number) === text && Number.isFinite(number) ? number : text;
}

import type { Operator, RuleValue } from '../journey/rules.ts';
import { MINUTES_PER_DAY } from '../journey/units.ts';
import { MISSING_CODE, type Column } from './audience.ts';
import { dayOfIsoDate } from './isoDate.ts';
import { yesNoWord } from './yesNo.ts';

/** What a comparison answers for a value below, equal to or above the rule's value, and for a missing one. */
interface Answers {
  readonly below: number;
  readonly equal: number;
  readonly above: number;
  readonly missing: number;
}

/** Undefined: asked of the text. `before` and `after` are `lessThan` and `moreThan` as one says them of dates. */
const ANSWERS: Readonly<Record<Operator, Answers | undefined>> = {
  is: { below: 0, equal: 1, above: 0, missing: 0 },
  isNot: { below: 1, equal: 0, above: 1, missing: 1 },
  atLeast: { below: 0, equal: 1, above: 1, missing: 0 },
  atMost: { below: 1, equal: 1, above: 0, missing: 0 },
  moreThan: { below: 0, equal: 0, above: 1, missing: 0 },
  lessThan: { below: 1, equal: 0, above: 0, missing: 0 },
  before: { below: 1, equal: 0, above: 0, missing: 0 },
  after: { below: 0, equal: 0, above: 1, missing: 0 },
  isKnown: { below: 1, equal: 1, above: 1, missing: 0 },
  isUnknown: { below: 0, equal: 0, above: 0, missing: 1 },
  contains: undefined,
  startsWith: undefined,
};

/** One comparison of a rule. `value` is absent for `isKnown` and `isUnknown`. */
export interface Comparison {
  readonly operator: Operator;
  readonly value?: RuleValue;
}

/**
 * Asks a comparison of a column, 0 or 1 per row. A missing value matches `isUnknown` and `isNot` only. A comparison that
 * makes no sense for the column's type (a name that is `atLeast` 3, a date that `contains` text) or lacks its value is
 * never true, and its `isNot` always: the linter speaks about it, the run goes on.
 */
export function compareColumn(data: Column, comparison: Comparison, rows: Uint32Array): Uint8Array {
  switch (data.type) {
    case 'number':
      return compareOrdered(data.values, 1, numberOf(comparison.value), comparison, rows);
    case 'date':
      return compareOrdered(data.values, MINUTES_PER_DAY, dayOf(comparison.value), comparison, rows);
    case 'boolean':
      return compareCodes(data.values, truthOfYesNo(comparison), rows);
    case 'category':
      return compareCategory(data.codes, data.dictionary, comparison, rows);
  }
}

/** Compares `floor(value / unit)` with the target: dates are compared by whole days, numbers (unit 1) as they are. */
function compareOrdered(
  values: Float64Array,
  unit: number,
  target: number,
  comparison: Comparison,
  rows: Uint32Array,
): Uint8Array {
  const { below, equal, above, missing } = answersFor(comparison.operator, target);
  const out = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const raw = values[rows[i]!]!;
    const value = unit === 1 ? raw : Math.floor(raw / unit);
    out[i] = value < target ? below : value > target ? above : Number.isNaN(value) ? missing : equal;
  }
  return out;
}

/** A target that is no number can be asked for knowledge only. */
function answersFor(operator: Operator, target: number): Answers {
  const answers = ANSWERS[operator];
  if (answers === undefined) return { below: 0, equal: 0, above: 0, missing: 0 };
  if (!Number.isNaN(target) || operator === 'isKnown' || operator === 'isUnknown') return answers;
  return operator === 'isNot'
    ? { below: 1, equal: 1, above: 1, missing: 1 }
    : { below: 0, equal: 0, above: 0, missing: 0 };
}

/** Truth per code of a boolean column: no, yes, missing. */
function truthOfYesNo(comparison: Comparison): Uint8Array {
  const target = yesNoTarget(comparison.value);
  const answers = answersFor(comparison.operator, target);
  const answer = (value: number): number =>
    value < target ? answers.below : value > target ? answers.above : answers.equal;
  return Uint8Array.of(answer(0), answer(1), answers.missing);
}

function compareCodes(codes: Uint8Array, truth: Uint8Array, rows: Uint32Array): Uint8Array {
  const out = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) out[i] = truth[codes[rows[i]!]!]!;
  return out;
}

/** Every dictionary entry is asked once, unless there are more entries than rows. */
function compareCategory(
  codes: Uint32Array,
  dictionary: readonly string[],
  comparison: Comparison,
  rows: Uint32Array,
): Uint8Array {
  const matches = textQuestion(comparison);
  const missing = ANSWERS[comparison.operator]?.missing ?? 0;
  const out = new Uint8Array(rows.length);
  const truth = dictionary.length <= rows.length ? Uint8Array.from(dictionary, matches) : undefined;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    out[i] = code === MISSING_CODE ? missing : truth ? truth[code]! : matches(dictionary[code]!);
  }
  return out;
}

/** The comparison as a question to one text. Ordered comparisons read the text as a number. */
function textQuestion({ operator, value }: Comparison): (text: string) => number {
  if (operator === 'isKnown') return () => 1;
  if (operator === 'isUnknown') return () => 0;
  if (value === undefined) return () => (operator === 'isNot' ? 1 : 0);
  const wanted = fold(String(value));
  if (operator === 'is') return (text) => Number(fold(text) === wanted);
  if (operator === 'isNot') return (text) => Number(fold(text) !== wanted);
  if (operator === 'contains') return (text) => Number(fold(text).includes(wanted));
  if (operator === 'startsWith') return (text) => Number(fold(text).startsWith(wanted));
  const target = numberOf(value);
  const { below, equal, above } = answersFor(operator, target);
  return (text) => {
    const number = numberOf(text);
    return number < target ? below : number > target ? above : Number.isNaN(number) ? 0 : equal;
  };
}

/** Text is compared without case and outer blanks. */
export function fold(text: string): string {
  return text.trim().toLowerCase();
}

/** What a value is to a column of numbers; NaN: none. */
export function numberOf(value: RuleValue | undefined): number {
  if (typeof value === 'string') return value.trim() === '' ? NaN : Number(value);
  return value === undefined ? NaN : Number(value);
}

/** What a value is to a column of yes and no: 1, 0; NaN: neither. */
export function yesNoTarget(value: RuleValue | undefined): number {
  if (value === undefined) return NaN;
  const word = yesNoWord(String(value));
  return word === 2 ? NaN : word;
}

/** The day of an ISO date or date-time as it is written, counted from 1970; NaN: none. */
export function dayOf(value: RuleValue | undefined): number {
  return typeof value === 'string' ? dayOfIsoDate(value.trim().slice(0, 10)) : NaN;
}

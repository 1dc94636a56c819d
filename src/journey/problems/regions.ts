import { canAsk, type Operator, type Rule, type RuleValue } from '../rules.ts';
import type { FactsColumn } from '../facts.ts';

type ColumnType = FactsColumn['type'];
type ColumnLeaf = Extract<Rule, { kind: 'column' }>;

/**
 * The values of one column that a rule lets through, written as a conjunction. Numbers, days since 1970 and yes (1) or no (0)
 * are a span; names are one text or all but some.
 */
export interface Region {
  /** What becomes of contacts whose value is missing. */
  readonly missing: 'in' | 'out' | 'only';
  readonly low: number;
  readonly lowOpen: boolean;
  readonly high: number;
  readonly highOpen: boolean;
  readonly text: string | undefined;
  readonly not: readonly (string | number)[];
}

export const EVERYTHING: Region = {
  missing: 'in',
  low: -Infinity,
  lowOpen: true,
  high: Infinity,
  highOpen: true,
  text: undefined,
  not: [],
};
const KNOWN: Region = { ...EVERYTHING, missing: 'out' };

/** The values that a comparison lets through; undefined when it is of a sort that is not reasoned about. */
export function regionOf({ operator, value }: ColumnLeaf, type: ColumnType): Region | undefined {
  if (operator === 'isKnown') return KNOWN;
  if (operator === 'isUnknown') return { ...EVERYTHING, missing: 'only' };
  if (!canAsk(type, operator) || value === undefined) return undefined;
  const at = placeOf(value, type);
  return at === undefined ? undefined : comparison(operator, at);
}

/** Where a rule's value lies among those of a column of that type. */
function placeOf(value: RuleValue, type: ColumnType): number | string | undefined {
  if (type === 'category') return String(value).trim().toLowerCase();
  if (type === 'boolean') return typeof value === 'boolean' ? Number(value) : undefined;
  if (type === 'date') {
    const day = typeof value === 'string' ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : NaN;
    return Number.isNaN(day) ? undefined : day / 86_400_000;
  }
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  return Number.isNaN(number) ? undefined : number;
}

function comparison(operator: Operator, at: number | string): Region | undefined {
  if (operator === 'isNot') return { ...EVERYTHING, not: [at] };
  if (typeof at === 'string') return operator === 'is' ? { ...KNOWN, text: at } : undefined;
  switch (operator) {
    case 'is':
      return { ...KNOWN, low: at, lowOpen: false, high: at, highOpen: false };
    case 'atLeast':
    case 'moreThan':
    case 'after':
      return { ...KNOWN, low: at, lowOpen: operator !== 'atLeast' };
    case 'atMost':
    case 'lessThan':
    case 'before':
      return { ...KNOWN, high: at, highOpen: operator !== 'atMost' };
    case 'contains':
    case 'startsWith':
    case 'isKnown':
    case 'isUnknown':
      return undefined;
  }
}

/** The rest of the values, where that is a region too. */
export function outside(region: Region): Region | undefined {
  const { missing, low, high, lowOpen, highOpen, text, not } = region;
  const [only] = not;
  if (missing === 'only') return KNOWN;
  if (missing === 'in') return only !== undefined && not.length === 1 ? pointAt(only) : undefined;
  if (text !== undefined) return { ...EVERYTHING, not: [text] };
  if (low === high) return { ...EVERYTHING, not: [low] };
  if (high === Infinity && low === -Infinity) return { ...EVERYTHING, missing: 'only' };
  if (high === Infinity) return { ...EVERYTHING, high: low, highOpen: !lowOpen };
  return low === -Infinity ? { ...EVERYTHING, low: high, lowOpen: !highOpen } : undefined;
}

function pointAt(at: string | number): Region {
  return typeof at === 'string'
    ? { ...KNOWN, text: at }
    : { ...KNOWN, low: at, lowOpen: false, high: at, highOpen: false };
}

/** Values in both; undefined when there are none. */
export function intersection(a: Region, b: Region): Region | undefined {
  const missing = missingOfBoth(a, b);
  if (missing === undefined) return undefined;
  if (a.text !== undefined && b.text !== undefined && a.text !== b.text) return onlyMissing(missing);
  const both: Region = {
    missing,
    low: Math.max(a.low, b.low),
    lowOpen: a.low === b.low ? a.lowOpen || b.lowOpen : a.low > b.low ? a.lowOpen : b.lowOpen,
    high: Math.min(a.high, b.high),
    highOpen: a.high === b.high ? a.highOpen || b.highOpen : a.high < b.high ? a.highOpen : b.highOpen,
    text: a.text ?? b.text,
    not: [...new Set([...a.not, ...b.not])],
  };
  return missing !== 'only' && hasNoValue(both) ? onlyMissing(missing) : both;
}

/** When no value is left, only contacts without one may be. */
function onlyMissing(missing: Region['missing']): Region | undefined {
  return missing === 'out' ? undefined : { ...EVERYTHING, missing: 'only' };
}

function missingOfBoth(a: Region, b: Region): Region['missing'] | undefined {
  if (a.missing === 'in') return b.missing;
  if (b.missing === 'in') return a.missing;
  return a.missing === b.missing ? a.missing : undefined;
}

function hasNoValue({ low, high, lowOpen, highOpen, text, not }: Region): boolean {
  if (text !== undefined && not.includes(text)) return true;
  if (low < high) return false;
  return low > high || lowOpen || highOpen || not.includes(low);
}

/** Whether every value of `inner` is one of `outer`. */
export function contains(outer: Region, inner: Region): boolean {
  if (inner.missing !== 'out' && outer.missing === 'out') return false;
  if (inner.missing === 'only') return true;
  if (outer.missing === 'only') return false;
  if (outer.text !== undefined && outer.text !== inner.text) return false;
  const fromLow = inner.low > outer.low || (inner.low === outer.low && (!outer.lowOpen || inner.lowOpen));
  const toHigh =
    inner.high < outer.high || (inner.high === outer.high && (!outer.highOpen || inner.highOpen));
  return fromLow && toHigh && outer.not.every((at) => !has(inner, at));
}

function has({ low, high, lowOpen, highOpen, text, not }: Region, at: string | number): boolean {
  if (not.includes(at)) return false;
  if (typeof at === 'string') return text === undefined || text === at;
  return (at > low || (at === low && !lowOpen)) && (at < high || (at === high && !highOpen));
}

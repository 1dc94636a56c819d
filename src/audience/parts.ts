import type { Rule } from '../journey/rules.ts';
import { MINUTES_PER_DAY } from '../journey/units.ts';
import { MISSING_CODE, type AudienceColumn } from './audience.ts';
import { fold } from './compare.ts';

/** Contacts that have something in common in one column. */
export interface Part {
  readonly is:
    | { readonly kind: 'value'; readonly value: string | boolean }
    /** Numbers, or dates as ISO days: `from` is in it, `below` is not; absent ends are open. */
    | { readonly kind: 'range'; readonly from?: number | string; readonly below?: number | string }
    /** Everybody whose value is none of those that have a part of their own. */
    | { readonly kind: 'other' }
    | { readonly kind: 'unknown' };
  readonly rule: Rule;
}

/** Values beyond these are one part together. */
const MOST_VALUES = 12;
/** Numbers and dates are cut where equally many contacts stand on both sides. */
const RANGES = 5;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Cuts an audience by one of its columns: every contact is in just one part. Parts without anybody are left out. */
export function partsOf({ name, data }: AudienceColumn): readonly Part[] {
  const column = { kind: 'column', column: name } as const;
  const unknown: Part = { is: { kind: 'unknown' }, rule: { ...column, operator: 'isUnknown' } };
  switch (data.type) {
    case 'boolean': {
      const values = [true, false].filter((value) => data.values.includes(value ? 1 : 0));
      return [
        ...values.map((value): Part => ({
          is: { kind: 'value', value },
          rule: { ...column, operator: 'is', value },
        })),
        ...(data.values.includes(2) ? [unknown] : []),
      ];
    }
    case 'category':
      return [
        ...valueParts(column, valuesOf(data.codes, data.dictionary)),
        ...(data.codes.includes(MISSING_CODE) ? [unknown] : []),
      ];
    case 'number':
      return [
        ...rangeParts(
          cutsOf(data.values),
          (value) => value,
          (value, isAbove) => ({
            ...column,
            operator: isAbove ? 'atLeast' : 'lessThan',
            value,
          }),
        ),
        ...(data.values.some(Number.isNaN) ? [unknown] : []),
      ];
    case 'date':
      return [
        ...rangeParts(cutsOf(data.values.map(startOfDay)), dayOf, (minute, isAbove) => ({
          ...column,
          // Rules ask for the days before and after a day.
          operator: isAbove ? 'after' : 'before',
          value: dayOf(isAbove ? minute - MINUTES_PER_DAY : minute),
        })),
        ...(data.values.some(Number.isNaN) ? [unknown] : []),
      ];
  }
}

function startOfDay(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY) * MINUTES_PER_DAY;
}

function dayOf(minute: number): string {
  return new Date(minute * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 10);
}

type OfColumn = { readonly kind: 'column'; readonly column: string };

function valueParts(column: OfColumn, values: readonly string[]): readonly Part[] {
  const apart = values.slice(0, MOST_VALUES).map((value): Part => ({
    is: { kind: 'value', value },
    rule: { ...column, operator: 'is', value },
  }));
  if (values.length <= MOST_VALUES) return apart;
  const none: Rule = {
    kind: 'none',
    rules: [...apart.map(({ rule }) => rule), { ...column, operator: 'isUnknown' }],
  };
  return [...apart, { is: { kind: 'other' }, rule: none }];
}

/** Those that most contacts have first. Texts that differ only in case are the same value to a rule. */
function valuesOf(codes: Uint32Array, dictionary: readonly string[]): readonly string[] {
  const counts = new Uint32Array(dictionary.length);
  for (const code of codes) if (code !== MISSING_CODE) counts[code]!++;
  const byFold = new Map<string, { value: string; count: number }>();
  dictionary.forEach((value, code) => {
    const count = counts[code]!;
    if (count === 0) return;
    const known = byFold.get(fold(value));
    if (known) known.count += count;
    else byFold.set(fold(value), { value, count });
  });
  return [...byFold.values()].sort((a, b) => b.count - a.count).map(({ value }) => value);
}

/** Distinct values at which equal parts of all begin; few distinct values may leave fewer. */
function cutsOf(values: Float64Array): readonly number[] {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const cuts = Array.from(
    { length: RANGES - 1 },
    (_, at) => known[Math.floor(((at + 1) * known.length) / RANGES)]!,
  );
  return known.length === 0 ? [] : [...new Set(cuts)].filter((cut) => cut > known[0]!);
}

/** `beyond`: the rule for values from a cut on, or below it. */
function rangeParts(
  cuts: readonly number[],
  print: (cut: number) => number | string,
  beyond: (cut: number, isAbove: boolean) => Rule,
): readonly Part[] {
  if (cuts.length === 0) return [];
  return Array.from({ length: cuts.length + 1 }, (_, at): Part => {
    const [from, below] = [cuts[at - 1], cuts[at]];
    const rules = [
      ...(from === undefined ? [] : [beyond(from, true)]),
      ...(below === undefined ? [] : [beyond(below, false)]),
    ];
    return {
      is: {
        kind: 'range',
        ...(from !== undefined && { from: print(from) }),
        ...(below !== undefined && { below: print(below) }),
      },
      rule: rules.length === 1 ? rules[0]! : { kind: 'all', rules },
    };
  });
}

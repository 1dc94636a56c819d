import type { Problem } from '../../journey/problem.ts';
import { MISSING_CODE } from '../audience.ts';
import type { Built } from './columnBuilder.ts';
import { minutesOf } from './dates.ts';
import { isNumber } from './numbers.ts';
import { doubts, type Misfits } from './problems.ts';

type Texts = Extract<Built, { lane: 'texts' }>;

/** Shares of a column's cells from which on the rest is taken for mistakes. */
const MOST_DATES = 0.5;
const MOST_NUMBERS = 0.9;
/** Different texts that decide whether a column is looked at whole: most text is nothing like a date. */
const LOOKED_AT = 500;
const LONGEST_EXAMPLE = 40;

/** A few cells that are no date or number make a column text, which nothing else would show. */
export function findMisfits(name: string, built: Texts, lineOf: (row: number) => number): readonly Problem[] {
  const counts = countsOf(built);
  for (const style of ['iso', 'dotted', 'dayFirst', 'monthFirst'] as const) {
    const found = fewMisfits(
      built,
      { counts, least: MOST_DATES },
      (text) => !Number.isNaN(minutesOf(text, style)),
    );
    if (found) return [doubts.mostlyDates(name, { ...found, line: lineOf(found.row) })];
  }
  const found = fewMisfits(built, { counts, least: MOST_NUMBERS }, (text) => isNumber(text, '.'));
  // Post codes and numbers of accounts begin with zeros: they are words of digits.
  if (found && !/^[+0]\d/.test(found.example))
    return [doubts.mostlyNumbers(name, { ...found, line: lineOf(found.row) })];
  return [];
}

interface Measure {
  readonly counts: Uint32Array;
  readonly least: number;
}

/** The cells that do not fit while the `least` part of them does. */
function fewMisfits(
  { codes, dictionary }: Texts,
  { counts, least }: Measure,
  fits: (text: string) => boolean,
): (Omit<Misfits, 'line'> & { readonly row: number }) | undefined {
  const sumOf = (texts: readonly number[]) => texts.reduce((sum, code) => sum + counts[code]!, 0);
  const share = (texts: readonly string[]) => {
    const all = [...texts.keys()];
    const bad = all.filter((code) => !fits(texts[code]!));
    return { bad, count: sumOf(bad), of: sumOf(all) };
  };
  const enough = ({ count, of }: { readonly count: number; readonly of: number }) =>
    of > 0 && of - count >= least * of;
  if (!enough(share(dictionary.slice(0, LOOKED_AT)))) return undefined;
  const { bad, count, of } = share(dictionary);
  const [first] = bad;
  if (first === undefined || !enough({ count, of })) return undefined;
  const text = dictionary[first]!;
  const example = text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE - 1)}…` : text;
  // The dictionary is in order of first appearance.
  return { count, of, example, row: codes.indexOf(first) };
}

/** In how many cells each text stands. */
function countsOf({ codes, dictionary }: Texts): Uint32Array {
  const counts = new Uint32Array(dictionary.length);
  for (const code of codes) if (code !== MISSING_CODE) counts[code]!++;
  return counts;
}

import { hasTime, hasZone, minutesOf } from './dates.ts';
import { isNumber } from './numbers.ts';

/** What a text could be, as bits: a column's type is what all its values can be. */
export const TRAIT = {
  number: 1,
  commaNumber: 2,
  yesNo: 4,
  isoDate: 8,
  dayFirst: 16,
  monthFirst: 32,
  dotted: 64,
  /** The rest do not decide alone, they say more about the type. */
  yesNoWord: 128,
  time: 256,
  unzonedTime: 512,
} as const;

export const ALL_TRAITS = 1023;

const YES_NO_WORDS = new Set(['yes', 'no', 'true', 'false', 'y', 'n']);
const MISSING = new Set(['', 'NA', 'N/A', 'n/a', 'null', 'NULL', 'NaN']);

/** Nothing is known: blank, or one of the words that programs write for it. `unknown` is an answer like any other. */
export function isMissing(text: string): boolean {
  return text.length < 5 && MISSING.has(text);
}

/** `decimalComma`: whether `1,5` may be a number in this file. */
export function traitsOf(text: string, decimalComma: boolean): number {
  let traits = 0;
  if (isNumber(text, '.')) traits |= TRAIT.number;
  if (decimalComma && isNumber(text, ',')) traits |= TRAIT.commaNumber;
  if (text === '0' || text === '1') traits |= TRAIT.yesNo;
  if (YES_NO_WORDS.has(text.toLowerCase())) traits |= TRAIT.yesNo | TRAIT.yesNoWord;
  return traits | dateTraits(text);
}

function dateTraits(text: string): number {
  let traits = 0;
  if (!Number.isNaN(minutesOf(text, 'iso'))) {
    traits |= TRAIT.isoDate;
    if (hasTime(text)) traits |= hasZone(text) ? TRAIT.time : TRAIT.time | TRAIT.unzonedTime;
  }
  if (!Number.isNaN(minutesOf(text, 'dayFirst'))) traits |= TRAIT.dayFirst;
  if (!Number.isNaN(minutesOf(text, 'monthFirst'))) traits |= TRAIT.monthFirst;
  if (!Number.isNaN(minutesOf(text, 'dotted'))) traits |= TRAIT.dotted;
  return traits;
}

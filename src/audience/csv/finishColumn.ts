import type { Problem } from '../../journey/problem.ts';
import { MISSING_CODE, type Column } from '../audience.ts';
import { yesNoWord } from '../yesNo.ts';
import type { Built } from './columnBuilder.ts';
import { minutesOf, type DateStyle } from './dates.ts';
import { findMisfits } from './misfits.ts';
import { numberIn } from './numbers.ts';
import { doubts } from './problems.ts';
import { TRAIT } from './traits.ts';

/** Names whose zeros or ones mean no or yes even when only one of them occurs. */
const YES_NO_NAME = /^(is|has|can|wants)[ _-]|consent|opt.?in|opted|subscribed|newsletter/i;

export interface FinishedColumn {
  readonly data: Column;
  readonly warnings: readonly Problem[];
}

type Texts = Extract<Built, { lane: 'texts' }>;

/** Decides what a column is from all its values: yes/no before number, number before date, text last. */
export function finishColumn(
  name: string,
  built: Exclude<Built, { lane: 'lost' }>,
  lineOf: (row: number) => number,
): FinishedColumn {
  if (built.lane === 'numbers') return plain({ type: 'number', values: built.values });
  if (built.lane === 'minutes') return dates(name, built.values, built.any);
  const { codes, dictionary, all } = built;
  const has = (trait: number): boolean => dictionary.length > 0 && (all & trait) !== 0;
  if (has(TRAIT.yesNo) && meansYesNo(name, built))
    return plain({ type: 'boolean', values: yesNos(codes, dictionary) });
  if (has(TRAIT.number))
    return plain({ type: 'number', values: lookUp(built, (text) => numberIn(text, '.')) });
  if (has(TRAIT.commaNumber))
    return plain({ type: 'number', values: lookUp(built, (text) => numberIn(text, ',')) });
  const style = dateStyle(has);
  if (style === 'ambiguous')
    return { data: { type: 'category', codes, dictionary }, warnings: [doubts.ambiguousDates(name)] };
  if (style !== undefined)
    return dates(
      name,
      lookUp(built, (text) => minutesOf(text, style)),
      built.any,
    );
  return { data: { type: 'category', codes, dictionary }, warnings: findMisfits(name, built, lineOf) };
}

function plain(data: Column): FinishedColumn {
  return { data, warnings: [] };
}

function dates(name: string, values: Float64Array, any: number): FinishedColumn {
  const precision = (any & TRAIT.time) !== 0 ? 'minute' : 'day';
  const warnings = (any & TRAIT.unzonedTime) !== 0 ? [doubts.timesWithoutZone(name)] : [];
  return { data: { type: 'date', precision, values }, warnings };
}

/** A column of nothing but zeros counts something, unless its name asks a question. */
function meansYesNo(name: string, { dictionary, any }: Texts): boolean {
  return (any & TRAIT.yesNoWord) !== 0 || dictionary.length > 1 || YES_NO_NAME.test(name);
}

function dateStyle(has: (trait: number) => boolean): DateStyle | 'ambiguous' | undefined {
  if (has(TRAIT.isoDate)) return 'iso';
  if (has(TRAIT.dotted)) return 'dotted';
  if (has(TRAIT.dayFirst) && has(TRAIT.monthFirst)) return 'ambiguous';
  if (has(TRAIT.dayFirst)) return 'dayFirst';
  return has(TRAIT.monthFirst) ? 'monthFirst' : undefined;
}

function lookUp({ codes, dictionary }: Texts, valueOf: (text: string) => number): Float64Array {
  const table = Float64Array.from(dictionary, valueOf);
  const out = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++)
    out[row] = codes[row] === MISSING_CODE ? NaN : table[codes[row]!]!;
  return out;
}

function yesNos(codes: Uint32Array, dictionary: readonly string[]): Uint8Array {
  const table = Uint8Array.from(dictionary, yesNoWord);
  const out = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++)
    out[row] = codes[row] === MISSING_CODE ? 2 : table[codes[row]!]!;
  return out;
}

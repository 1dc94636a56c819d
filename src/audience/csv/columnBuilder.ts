import { MISSING_CODE } from '../audience.ts';
import type { Budget } from './budget.ts';
import { hasTime, hasZone, minutesOf } from './dates.ts';
import { Growing } from './growing.ts';
import { isNumber, numberIn, type DecimalMark } from './numbers.ts';
import { ALL_TRAITS, isMissing, traitsOf, TRAIT } from './traits.ts';

/** Different texts after which a column of numbers or times stops keeping them. */
const MOST_TEXTS = 4096;
/** A map entry and a string's head, beside its characters: measured in V8 at 60 to 90 bytes. */
const BYTES_PER_TEXT = 80;

export interface ColumnOptions {
  readonly name: string;
  readonly budget: Budget;
  readonly decimalComma: boolean;
  /** Keep every text, whatever it looks like: the column turned out not to be what its first values said. */
  readonly keepTexts: boolean;
}

/** What a finished builder knows; `finishColumn` makes a column of it. */
export type Built =
  | {
      readonly lane: 'texts';
      readonly codes: Uint32Array;
      readonly dictionary: readonly string[];
      readonly all: number;
      readonly any: number;
    }
  | { readonly lane: 'numbers'; readonly values: Float64Array }
  | { readonly lane: 'minutes'; readonly values: Float64Array; readonly any: number }
  /** A late value was no number (or time) after all: read the column again with `keepTexts`. */
  | { readonly lane: 'lost' };

/**
 * Collects one column's texts. It starts as dictionary codes, so each different text is looked at once; a column that has
 * thousands of different numbers or times goes on as plain values, at 8 bytes each. Memory is paid from the budget.
 */
export class ColumnBuilder {
  private lane: Built['lane'] = 'texts';
  private readonly options: ColumnOptions;
  private readonly codes: Growing<Uint32Array>;
  private readonly values: Growing<Float64Array>;
  private codeOf = new Map<string, number>();
  private textBytes = 0;
  private mark: DecimalMark = '.';
  /** Traits that all, or any, of the texts have. */
  private all = ALL_TRAITS;
  private any = 0;

  constructor(options: ColumnOptions) {
    this.options = options;
    this.codes = new Growing((length) => new Uint32Array(length), options.budget, options.name);
    this.values = new Growing((length) => new Float64Array(length), options.budget, options.name);
  }

  add(field: string): void {
    const text = field.trim();
    switch (this.lane) {
      case 'texts':
        return this.addText(text);
      case 'numbers':
        return this.addNumber(text);
      case 'minutes':
        return this.addMinutes(text);
      case 'lost':
        return;
    }
  }

  finish(): Built {
    switch (this.lane) {
      case 'texts':
        return {
          lane: 'texts',
          codes: this.codes.finish(),
          dictionary: [...this.codeOf.keys()],
          all: this.all,
          any: this.any,
        };
      case 'numbers':
        return { lane: 'numbers', values: this.values.finish() };
      case 'minutes':
        return { lane: 'minutes', values: this.values.finish(), any: this.any };
      case 'lost':
        return { lane: 'lost' };
    }
  }

  private addText(text: string): void {
    if (isMissing(text)) return this.codes.push(MISSING_CODE);
    const known = this.codeOf.get(text);
    this.codes.push(known ?? this.newText(text));
    if (this.codeOf.size > MOST_TEXTS && !this.options.keepTexts) this.changeLane();
  }

  private newText(text: string): number {
    const bytes = BYTES_PER_TEXT + 2 * text.length;
    this.options.budget.reserve(bytes, this.options.name);
    this.textBytes += bytes;
    const code = this.codeOf.size;
    this.codeOf.set(ownCopy(text), code);
    // Once a column is plain text for good, its many texts need no looking at.
    if (this.all !== 0) {
      const traits = traitsOf(text, this.options.decimalComma);
      this.all &= traits;
      this.any |= traits;
    }
    return code;
  }

  /** From texts to plain values, when that is what all of them are. */
  private changeLane(): void {
    const { number, commaNumber, isoDate } = TRAIT;
    if ((this.all & (number | commaNumber | isoDate)) === 0) return;
    this.mark = (this.all & number) !== 0 ? '.' : ',';
    this.lane = (this.all & isoDate) !== 0 ? 'minutes' : 'numbers';
    const table = Float64Array.from(this.codeOf.keys(), (text) =>
      this.lane === 'minutes' ? minutesOf(text, 'iso') : numberIn(text, this.mark),
    );
    for (let row = 0; row < this.codes.length; row++) {
      const code = this.codes.get(row);
      this.values.push(code === MISSING_CODE ? NaN : table[code]!);
    }
    this.forgetTexts();
  }

  private addNumber(text: string): void {
    if (isMissing(text)) return this.values.push(NaN);
    if (!isNumber(text, this.mark)) return this.lose();
    this.values.push(numberIn(text, this.mark));
  }

  private addMinutes(text: string): void {
    if (isMissing(text)) return this.values.push(NaN);
    const minutes = minutesOf(text, 'iso');
    if (Number.isNaN(minutes)) return this.lose();
    if (hasTime(text)) this.any |= hasZone(text) ? TRAIT.time : TRAIT.time | TRAIT.unzonedTime;
    this.values.push(minutes);
  }

  private lose(): void {
    this.lane = 'lost';
    this.values.free();
  }

  private forgetTexts(): void {
    this.codes.free();
    this.codeOf = new Map();
    this.options.budget.release(this.textBytes);
    this.textBytes = 0;
  }
}

/** Engines keep a piece of a long text as a pointer into it: without a copy, one name would hold a megabyte of file. */
function ownCopy(text: string): string {
  return text.length < 13 ? text : (JSON.parse(JSON.stringify(text)) as string);
}

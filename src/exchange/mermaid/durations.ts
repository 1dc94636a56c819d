import { minutes, type Minutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|mins?|minutes?)$/, 1],
  [/^(?:h|hrs?|hours?)$/, MINUTES_PER_HOUR],
  [/^(?:d|days?)$/, MINUTES_PER_DAY],
  [/^(?:w|wks?|weeks?)$/, 7 * MINUTES_PER_DAY],
  [/^(?:months?)$/, 30 * MINUTES_PER_DAY],
];
const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const DURATION = new RegExp(
  `\\b(\\d{1,5}|an?|${NUMBER_WORDS.join('|')})[\\s-]*(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?)\\b`,
  'i',
);

/** The first duration in a text: `48h`, `2 days`, `a week`, `three hours`. */
export function durationIn(text: string): Minutes | undefined {
  const [, amount = '', unit = ''] = DURATION.exec(text) ?? [];
  const size = UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()))?.[1];
  return size === undefined ? undefined : minutes(amountOf(amount.toLowerCase()) * size);
}

/** Whether a text says a duration and little else: `48 h`, `after 2 days`. */
export function isDuration(text: string): boolean {
  return (
    durationIn(text) !== undefined &&
    text.replace(DURATION, '').replace(/\b(?:after|for|in|later|at least)\b|[^\p{L}\p{N}]/giu, '') === ''
  );
}

function amountOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  return Math.max(1, NUMBER_WORDS.indexOf(word));
}

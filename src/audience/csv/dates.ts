import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { dayNumber } from '../isoDate.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))?)?$/;
const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;

/** How a column writes its dates. Points always put the day first; slashes do not say. */
export type DateStyle = 'iso' | 'dayFirst' | 'monthFirst' | 'dotted';

/** Minutes since 1970 of a date or time in the style, seconds dropped; NaN when it is none. Times without a zone are UTC. */
export function minutesOf(text: string, style: DateStyle): number {
  if (style === 'iso') return isoMinutes(text);
  const parts = (style === 'dotted' ? DOTTED : SLASHED).exec(text);
  if (parts === null) return NaN;
  const [first, second, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return (
    MINUTES_PER_DAY *
    (style === 'monthFirst' ? dayNumber(year, first, second) : dayNumber(year, second, first))
  );
}

/** Whether an ISO text names a time of day, and whether it says in which zone. */
export function hasTime(text: string): boolean {
  return text.length > 10;
}

export function hasZone(text: string): boolean {
  return ZONED.test(text.slice(10));
}

function isoMinutes(text: string): number {
  // The regular expression is slow for the many texts that are nothing like a date.
  if (text.charCodeAt(4) !== 45) return NaN;
  const parts = ISO.exec(text);
  if (parts === null) return NaN;
  const day = dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const [hour, minute] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0)];
  if (hour > 23 || minute > 59 || Number(parts[6] ?? 0) > 60) return NaN;
  const offset = Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0);
  return day * MINUTES_PER_DAY + hour * 60 + minute - (parts[7] === '-' ? -offset : offset);
}

import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';

/** A run never waits longer than this at one action: PostHog cuts off what is more, and says nothing. */
export const LONGEST_MINUTES = 30 * MINUTES_PER_DAY;

const UNITS = {
  d: { minutes: MINUTES_PER_DAY, most: 30 },
  h: { minutes: MINUTES_PER_HOUR, most: 24 },
  m: { minutes: 1, most: 60 },
  s: { minutes: 1 / 60, most: 60 },
} as const;

const DURATION = /^(-?)(\d+(?:\.\d+)?|\.\d+)([dhms])$/;

/** `90` → `1.5h`: one number and the largest unit that its bounds allow. From 1 minute to 30 days. */
export function durationText(minutes: number): string {
  const unit =
    minutes % MINUTES_PER_DAY === 0 ? 'd' : minutes <= 60 ? 'm' : minutes <= MINUTES_PER_DAY ? 'h' : 'd';
  return `${decimal(minutes / UNITS[unit].minutes)}${unit}`;
}

/** Six places: a day’s millionth is less than a tenth of a second. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}

export interface ReadDuration {
  /** Whole minutes that a run waits. */
  readonly minutes: number;
  /** Whether the file asks for more than PostHog does. */
  readonly cut: boolean;
}

/** Undefined: not a duration. `48h` is read as the 24 hours that PostHog makes of it. */
export function readDuration(text: unknown): ReadDuration | undefined {
  const match = typeof text === 'string' ? DURATION.exec(text.slice(0, 40)) : null;
  if (!match || match[1] === '-') return undefined;
  const { minutes, most } = unitOf(match[3]);
  const amount = Number(match[2]);
  return { minutes: Math.round(Math.min(amount, most) * minutes), cut: amount > most };
}

/** The same with a sign and without bounds: `-2d` before a date. */
export function offsetText(minutes: number): string {
  const unit = minutes % MINUTES_PER_DAY === 0 ? 'd' : minutes % MINUTES_PER_HOUR === 0 ? 'h' : 'm';
  return `${minutes / UNITS[unit].minutes}${unit}`;
}

export function readOffset(text: unknown): number | undefined {
  const match = typeof text === 'string' ? DURATION.exec(text.slice(0, 40)) : null;
  if (!match) return undefined;
  const minutes = Math.round(Number(match[2]) * unitOf(match[3]).minutes);
  return match[1] === '-' ? 0 - minutes : minutes;
}

function unitOf(letter = 'm'): { readonly minutes: number; readonly most: number } {
  return letter === 'd' || letter === 'h' || letter === 's' ? UNITS[letter] : UNITS.m;
}

import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../journey/units.ts';

export const DURATION_UNITS = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export const MINUTES_IN: Readonly<Record<DurationUnit, number>> = {
  minutes: 1,
  hours: MINUTES_PER_HOUR,
  days: MINUTES_PER_DAY,
};

/** The longest duration a field takes: ten years. */
export const LONGEST_MINUTES = 3650 * MINUTES_PER_DAY;

/** The largest unit in which the duration is a whole number; zero reads as days. */
export function unitOf(minutes: number): DurationUnit {
  if (minutes % MINUTES_PER_DAY === 0) return 'days';
  return minutes % MINUTES_PER_HOUR === 0 ? 'hours' : 'minutes';
}

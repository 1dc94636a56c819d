import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../journey/units.ts';

/** Where a slider of durations stops: what people choose, closer together where they are short. */
export const DURATION_STOPS: readonly number[] = [
  0,
  ...[15, 30],
  ...[1, 2, 3, 4, 6, 8, 12, 18].map((hours) => hours * MINUTES_PER_HOUR),
  ...[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 17, 21, 25, 28, 30, 45, 60, 75, 90].map(
    (days) => days * MINUTES_PER_DAY,
  ),
];

/** The place of the stop that is nearest to a duration, as they stand on the slider. */
export function stopAt(minutes: number): number {
  const above = DURATION_STOPS.findIndex((stop) => stop >= minutes);
  if (above <= 0) return above < 0 ? DURATION_STOPS.length - 1 : 0;
  const [low = 0, high = 0] = DURATION_STOPS.slice(above - 1, above + 1);
  return minutes - low < high - minutes ? above - 1 : above;
}

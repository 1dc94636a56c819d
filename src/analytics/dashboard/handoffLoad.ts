import type { RunDetail } from '../detail.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../units.ts';

const WEEKDAYS = 7;
const HOURS = 24;
/** 1970 began on a Thursday. */
const FIRST_WEEKDAY = 3;

/** When contacts come to hand-offs, by weekday (Monday first), then hour, as shown. `localOf`: the minute on a clock, since 1970, of a minute of the run. */
export function handoffLoad(
  { handoffs, factor }: Pick<RunDetail, 'handoffs' | 'factor'>,
  localOf: (minute: number) => number,
): readonly (readonly number[])[] {
  const load = Array.from({ length: WEEKDAYS }, () => new Array<number>(HOURS).fill(0));
  for (const minute of handoffs.arrived) {
    const local = localOf(minute);
    const weekday = (Math.floor(local / MINUTES_PER_DAY) + FIRST_WEEKDAY) % WEEKDAYS;
    load[weekday]![Math.floor((local % MINUTES_PER_DAY) / MINUTES_PER_HOUR)]! += factor;
  }
  return load;
}

import { MINUTES_PER_DAY } from '../units.ts';
import { offsetAt } from '../zoneOffset.ts';

/** A stretch of a day that clocks skip: minutes of that date's clock, `until` not included. */
export interface ClockGap {
  /** ISO date. */
  readonly date: string;
  readonly from: number;
  readonly until: number;
}

const WEEK = 7 * MINUTES_PER_DAY;
/** Changes of clocks are looked for over so long; what they are like later is like it. */
const LONGEST_LOOK = 2 * 366 * MINUTES_PER_DAY;

const MEMO_LIMIT = 200;
const memo = new Map<string, readonly ClockGap[]>();

/** When clocks of a zone go forward between two minutes since 1970. No zone changes its clocks twice in a week. */
export function clockGaps(zone: string, from: number, until: number): readonly ClockGap[] {
  const end = Math.min(until, from + LONGEST_LOOK);
  const key = `${zone} ${from} ${end}`;
  const known = memo.get(key);
  if (known) return known;
  const gaps: ClockGap[] = [];
  for (let week = from; week < end; week += WEEK) {
    const to = Math.min(week + WEEK, end);
    const [before, after] = [offsetAt(zone, week), offsetAt(zone, to)];
    if (after > before) gaps.push(gapAt(changeBetween(zone, week, to), before, after));
  }
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(key, gaps);
  return gaps;
}

/** The first minute with the new offset. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetAt(zone, from);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (offsetAt(zone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function gapAt(minute: number, before: number, after: number): ClockGap {
  const local = minute + before;
  const from = ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const date = new Date((local - from) * 60_000).toISOString().slice(0, 10);
  return { date, from, until: from + after - before };
}

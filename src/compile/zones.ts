import { offsetAt } from '../journey/zoneOffset.ts';
import type { ZoneTables } from './program.ts';

const QUARTER = 15;
const QUARTERS_PER_DAY = 96;
/** Local clock rules look this far past the run's end, and a day before its start. */
const MARGIN_DAYS = 16;

/**
 * Offsets from UTC per zone and quarter hour. They come from the machine's zone data once, at compile, by sampling each week
 * (no zone changes its clocks twice in one) and halving down to the quarter hour of a change; the engine only reads the table.
 */
export function zoneTables(ids: readonly string[], epoch: number, endMinute: number): ZoneTables {
  const firstQuarter = Math.floor(epoch / QUARTER) - QUARTERS_PER_DAY;
  const quarters = Math.ceil(endMinute / QUARTER) + (MARGIN_DAYS + 1) * QUARTERS_PER_DAY;
  const offsets = new Int16Array(ids.length * quarters);
  ids.forEach((id, zone) => offsets.set(offsetsOf(id, firstQuarter, quarters), zone * quarters));
  return { ids, firstQuarter, quarters, offsets };
}

const memo = new Map<string, Int16Array>();
const MEMO_LIMIT = 400;

function offsetsOf(id: string, firstQuarter: number, quarters: number): Int16Array {
  const key = `${id} ${firstQuarter} ${quarters}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const table = new Int16Array(quarters);
  const at = (quarter: number): number => offsetAt(id, (firstQuarter + quarter) * QUARTER);
  let from = 0;
  let offset = at(0);
  while (from < quarters) {
    const to = Math.min(from + 7 * QUARTERS_PER_DAY, quarters);
    const next = at(to);
    let low = from;
    let high = to;
    // The first quarter hour with the new offset, when the week has one.
    while (next !== offset && high - low > 1) {
      const middle = (low + high) >> 1;
      if (at(middle) === offset) low = middle;
      else high = middle;
    }
    table.fill(offset, from, next === offset ? to : high);
    if (next !== offset) table.fill(next, high, to);
    offset = next;
    from = to;
  }
  if (memo.size >= MEMO_LIMIT) memo.clear();
  memo.set(key, table);
  return table;
}

/** Minutes since 1970 of a local clock time; near a change of clocks the earlier reading. */
export function localToUtc(id: string, localMinute: number): number {
  const guess = localMinute - offsetAt(id, localMinute - 1440);
  return offsetAt(id, guess) === offsetAt(id, localMinute - 1440) ? guess : localMinute - offsetAt(id, guess);
}

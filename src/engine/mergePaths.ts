import { fillStretches, stretchesOf } from './mergeRows.ts';
import { TOUCH_LEVELS, type PathColumns, type PathCounts, type TouchLevel } from './results.ts';
import { compareWays, pathCounts, type CountedWay } from './sequenceTree.ts';

/** Conversions of both in order of their contacts, sequences of both in theirs, whichever part came first. */
export function mergePaths(a: PathColumns, b: PathColumns): PathColumns {
  const total = a.contact.length + b.contact.length;
  const touches = a.send.length + b.send.length;
  const merged = {
    contact: new Uint32Array(total),
    minute: new Int32Array(total),
    valueMinor: new Float64Array(total),
  };
  const rows = stretchesOf(a.contact, b.contact);
  for (const name of Object.keys(merged) as (keyof typeof merged)[])
    fillStretches(merged[name], a[name], b[name], rows);
  const touched = {
    send: new Uint16Array(touches),
    kind: new Uint8Array(touches),
    touchMinute: new Int32Array(touches),
  };
  const stretches = ofTouches(rows, a.from, b.from);
  for (const name of Object.keys(touched) as (keyof typeof touched)[])
    fillStretches(touched[name], a[name], b[name], stretches);
  const from = new Uint32Array(total + 1);
  fillStretches(from.subarray(1), lengths(a.from), lengths(b.from), rows);
  for (let row = 0; row < total; row++) from[row + 1]! += from[row]!;
  const without = TOUCH_LEVELS.map(
    (level) => [level, mergeCounts(a.without[level], b.without[level])] as const,
  );
  return {
    ...merged,
    ...touched,
    from,
    without: Object.fromEntries(without) as Record<TouchLevel, PathCounts>,
  };
}

/** How long the stretches of touches are that stretches of conversions have. */
function ofTouches(rows: Uint32Array, fromA: Uint32Array, fromB: Uint32Array): Uint32Array {
  let [a, b] = [0, 0];
  return rows.map((count, k) => {
    if (k % 2 === 0) return fromA[(a += count)]! - fromA[a - count]!;
    return fromB[(b += count)]! - fromB[b - count]!;
  });
}

function lengths(from: Uint32Array): Uint32Array {
  return from.subarray(1).map((end, row) => end - from[row]!);
}

function mergeCounts(a: PathCounts, b: PathCounts): PathCounts {
  const counted: CountedWay[] = [];
  for (let i = 0, j = 0; i < a.times.length || j < b.times.length;) {
    const order =
      i === a.times.length ? 1 : j === b.times.length ? -1 : compareWays(wayAt(a, i), wayAt(b, j));
    const way = order <= 0 ? wayAt(a, i) : wayAt(b, j);
    const times = (order <= 0 ? a.times[i++]! : 0) + (order >= 0 ? b.times[j++]! : 0);
    counted.push({ way, times });
  }
  return pathCounts(counted);
}

function wayAt({ from, send }: PathCounts, at: number): Uint16Array {
  return send.subarray(from[at], from[at + 1]);
}

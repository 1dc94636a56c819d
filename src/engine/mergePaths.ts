import { fillColumns, stretchesOf } from './mergeRows.ts';
import { mergeTouches } from './mergeTouches.ts';
import { TOUCH_LEVELS, type PathColumns, type PathCounts, type TouchLevel } from './results.ts';
import { compareWays, pathCounts, type CountedWay } from './sequenceTree.ts';

/** Conversions of both in order of their contacts, sequences of both in theirs, whichever part came first. */
export function mergePaths(a: PathColumns, b: PathColumns): PathColumns {
  const total = a.contact.length + b.contact.length;
  const merged = {
    contact: new Uint32Array(total),
    minute: new Int32Array(total),
    valueMinor: new Float64Array(total),
  };
  const rows = stretchesOf(a.contact, b.contact);
  const without = TOUCH_LEVELS.map(
    (level) => [level, mergeCounts(a.without[level], b.without[level])] as const,
  );
  return {
    ...fillColumns(merged, a, b, rows),
    ...mergeTouches(a, b, rows),
    without: Object.fromEntries(without) as Record<TouchLevel, PathCounts>,
  };
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

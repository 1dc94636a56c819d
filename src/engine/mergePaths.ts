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
    from: new Uint32Array(total + 1),
    send: new Uint16Array(touches),
    kind: new Uint8Array(touches),
    touchMinute: new Int32Array(touches),
  };
  for (let row = 0, i = 0, j = 0, at = 0; row < total; row++) {
    const first = i < a.contact.length && (j === b.contact.length || a.contact[i]! < b.contact[j]!);
    const [part, place] = first ? [a, i++] : [b, j++];
    merged.contact[row] = part.contact[place]!;
    merged.minute[row] = part.minute[place]!;
    merged.valueMinor[row] = part.valueMinor[place]!;
    for (let touch = part.from[place]!; touch < part.from[place + 1]!; touch++, at++) {
      merged.send[at] = part.send[touch]!;
      merged.kind[at] = part.kind[touch]!;
      merged.touchMinute[at] = part.touchMinute[touch]!;
    }
    merged.from[row + 1] = at;
  }
  const without = TOUCH_LEVELS.map(
    (level) => [level, mergeCounts(a.without[level], b.without[level])] as const,
  );
  return { ...merged, without: Object.fromEntries(without) as Record<TouchLevel, PathCounts> };
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

import { fillColumns, fillStretches } from './mergeRows.ts';
import type { AccountColumns } from './results.ts';

/** Touches of rows: those of row r are `from[r]` … `from[r + 1]`. */
type TouchesOfRows = Pick<AccountColumns, 'from' | 'send' | 'kind' | 'touchMinute'>;

/** `rows`: whose rows come next, as `stretchesOf` has it. */
export function mergeTouches(a: TouchesOfRows, b: TouchesOfRows, rows: Uint32Array): TouchesOfRows {
  const touches = a.send.length + b.send.length;
  const merged = {
    send: new Uint16Array(touches),
    kind: new Uint8Array(touches),
    touchMinute: new Int32Array(touches),
  };
  const from = new Uint32Array(a.from.length + b.from.length - 1);
  fillStretches(from.subarray(1), lengths(a.from), lengths(b.from), rows);
  for (let row = 1; row < from.length; row++) from[row]! += from[row - 1]!;
  return { ...fillColumns(merged, a, b, ofTouches(rows, a.from, b.from)), from };
}

/** How long the stretches of touches are that stretches of rows have. */
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

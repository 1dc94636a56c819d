/** Below this a stretch is copied number by number: a view of it would cost more than it saves. */
const LONG = 24;

/**
 * Whose rows come next when two tables, each in order of its contacts, become one: lengths of stretches, in turn from the first
 * and from the second; the first may be 0. No contact is in both.
 */
export function stretchesOf(a: Uint32Array, b: Uint32Array): Uint32Array {
  const lengths: number[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [fromA, fromB] = [i, j];
    i = upTo(a, i, b[j]);
    j = upTo(b, j, a[i]);
    lengths.push(i - fromA, j - fromB);
  }
  return Uint32Array.from(lengths);
}

/** The first row from `at` on whose contact is not below `limit`; undefined: there is none. */
function upTo(contacts: Uint32Array, at: number, limit: number | undefined): number {
  // Parts of neighbouring contacts are one stretch each.
  if (limit === undefined || contacts[contacts.length - 1]! < limit) return contacts.length;
  let row = at;
  while (contacts[row]! < limit) row++;
  return row;
}

type Numbers = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Fills a merged table, whose columns are as long as they will be, from the columns of the same names of the two. */
export function fillColumns<Columns extends Readonly<Record<keyof Columns, Numbers>>>(
  merged: Columns,
  a: Readonly<Record<keyof Columns, Numbers>>,
  b: Readonly<Record<keyof Columns, Numbers>>,
  stretches: Uint32Array,
): Columns {
  for (const name of Object.keys(merged) as (keyof Columns)[])
    fillStretches(merged[name], a[name], b[name], stretches);
  return merged;
}

/** Fills a column of the merged table from those of the two. */
export function fillStretches(merged: Numbers, a: Numbers, b: Numbers, stretches: Uint32Array): void {
  for (let k = 0, at = 0, fromA = 0, fromB = 0; k < stretches.length; k += 2) {
    const [countA, countB] = [stretches[k]!, stretches[k + 1]!];
    copyStretch(merged, at, a, fromA, countA);
    copyStretch(merged, at + countA, b, fromB, countB);
    at += countA + countB;
    fromA += countA;
    fromB += countB;
  }
}

function copyStretch(into: Numbers, at: number, from: Numbers, start: number, count: number): void {
  if (count >= LONG) into.set(from.subarray(start, start + count), at);
  else for (let k = 0; k < count; k++) into[at + k] = from[start + k]!;
}

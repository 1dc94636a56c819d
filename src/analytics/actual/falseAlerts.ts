/**
 * Which of many surprises are told: those of Benjamini & Hochberg (1995), so that of what is told at most `share` is luck; and where
 * nothing is amiss, anything at all is told with that chance at most (Simes 1986).
 */
export function told(surprises: readonly number[], share: number): readonly boolean[] {
  const ascending = surprises.toSorted((a, b) => a - b);
  const last = ascending.findLastIndex((p, at) => p <= (share * (at + 1)) / ascending.length);
  const limit = last < 0 ? -1 : (ascending[last] ?? -1);
  return surprises.map((p) => p <= limit);
}

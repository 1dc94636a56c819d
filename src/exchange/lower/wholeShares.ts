/**
 * Shares in per cent as whole numbers that make 100: each rounded down, and what is missing given to those that lost most, the first among
 * equals (the method of the largest remainder). Shares that do not make 100 are taken in proportion; none of them above 0: even ones.
 */
export function wholeShares(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.length === 0) return [];
  const exact = shares.map((share) => (sum > 0 ? (share * 100) / sum : 100 / shares.length));
  // A hundredth of a per cent of a per cent: 33.3 + 66.7 must not lose one to how binary fractions are written.
  const down = exact.map((share) => Math.floor(share + 1e-9));
  const missing = 100 - down.reduce((total, share) => total + share, 0);
  const losers = exact
    .map((share, index) => ({ index, lost: share - (down[index] ?? 0) }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
    .slice(0, missing)
    .map(({ index }) => index);
  return down.map((share, index) => share + (losers.includes(index) ? 1 : 0));
}

/** Shares are shown with one decimal. */
const TENTHS = 10;
const WHOLE = 100 * TENTHS;

/**
 * Percentages as they are shown beside each other: what makes 100 % still does after rounding (largest remainder). Others are left as
 * they are, since the journey is not right either.
 */
export function shownShares(weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 100) > 1e-6) return weights;
  const shares = weights.map((weight, index) => {
    const exact = Number((weight * TENTHS).toPrecision(12));
    return { index, floor: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  const missing = WHOLE - shares.reduce((total, { floor }) => total + floor, 0);
  const raised = shares
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index)
    .slice(0, missing)
    .map(({ index }) => index);
  return shares.map(({ index, floor }) => (floor + (raised.includes(index) ? 1 : 0)) / TENTHS);
}

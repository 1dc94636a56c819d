/** Weights are per cent with at most two decimals; sums are taken in hundredths so that 33.33 + 33.33 + 33.34 is 100. */
const HUNDREDTHS = 100;
const WHOLE = 100 * HUNDREDTHS;

const inHundredths = (weight: number): number => Math.round(weight * HUNDREDTHS);

export function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + inHundredths(weight), 0) / HUNDREDTHS;
}

/**
 * The same weights, made to add up to 100: the one at `keep` stays (cut to 100), the others share the rest in their
 * proportion, evenly where they are all zero.
 */
export function addingUp(weights: readonly number[], keep?: number): readonly number[] {
  if (weights.length === 1) return [100];
  const kept = keep === undefined ? 0 : Math.min(WHOLE, Math.max(0, inHundredths(weights[keep] ?? 0)));
  const others = weights.filter((_, index) => index !== keep).map((weight) => Math.max(0, weight));
  const shared = shareOut(WHOLE - kept, others);
  const all = keep === undefined ? shared : shared.toSpliced(keep, 0, kept);
  return all.map((hundredths) => hundredths / HUNDREDTHS);
}

export function evenWeights(count: number): readonly number[] {
  return addingUp(Array.from({ length: count }, () => 1));
}

/** Splits `total` hundredths in proportion to `sizes` by largest remainder: into whole per cents where there are enough of them. */
function shareOut(total: number, sizes: readonly number[]): readonly number[] {
  const sum = sizes.reduce((a, b) => a + b, 0);
  const grain = total % HUNDREDTHS === 0 && total / HUNDREDTHS >= sizes.length ? HUNDREDTHS : 1;
  const shares = sizes.map((size, index) => {
    const exact = sum === 0 ? total / sizes.length : (total * size) / sum;
    const floor = Math.floor(exact / grain) * grain;
    return { index, floor, remainder: exact - floor };
  });
  const missing = Math.round((total - shares.reduce((left, { floor }) => left + floor, 0)) / grain);
  const raised = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map(({ index }) => index),
  );
  return shares.map(({ index, floor }) => floor + (raised.has(index) ? grain : 0));
}

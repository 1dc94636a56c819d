/** Weights are per cent with at most two decimals; sums are taken in hundredths so that 33.33 + 33.33 + 33.34 is 100. */
const HUNDREDTHS = 100;
const WHOLE = 100 * HUNDREDTHS;

const inHundredths = (weight: number): number => Math.round(weight * HUNDREDTHS);

export function sumOf(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + inHundredths(weight), 0) / HUNDREDTHS;
}

/**
 * The same weights, made to add up to 100: those in `keep` stay where they leave room, the first of them in any case (cut to
 * 100); the others share the rest in their proportion, evenly where they are all zero.
 */
export function addingUp(weights: readonly number[], keep: readonly number[] = []): readonly number[] {
  const kept = keep.filter((index) => index in weights);
  const total = kept.reduce((sum, index) => sum + hundredthsAt(weights, index), 0);
  const crowded = total > WHOLE || (kept.length === weights.length && total !== WHOLE);
  if (crowded) return kept.length > 1 ? addingUp(weights, kept.slice(0, 1)) : alone(weights, kept[0] ?? 0);
  const others = weights.map((_, index) => index).filter((index) => !kept.includes(index));
  const shared = shareOut(
    WHOLE - total,
    others.map((index) => Math.max(0, weights[index] ?? 0)),
  );
  return weights.map((_, index) => {
    const place = others.indexOf(index);
    return (place < 0 ? hundredthsAt(weights, index) : (shared[place] ?? 0)) / HUNDREDTHS;
  });
}

const hundredthsAt = (weights: readonly number[], index: number): number =>
  Math.max(0, inHundredths(weights[index] ?? 0));

/** One takes it all. */
const alone = (weights: readonly number[], one: number): readonly number[] =>
  weights.map((_, index) => (index === one ? 100 : 0));

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

import { scaleLinear, type ScaleLinear } from 'd3-scale';

export type ValueScale = ScaleLinear<number, number>;

/** From figures to pixels, with zero always in sight. `nice` ends the axis at round numbers. */
export function valueScale(
  values: Iterable<number>,
  pixels: readonly [number, number],
  nice = true,
): ValueScale {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const scale = scaleLinear([low, low === high ? low + 1 : high], pixels);
  return nice ? scale.nice(4) : scale;
}

import { extent } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';

export type ValueScale = ScaleLinear<number, number>;

/** From figures to pixels, with zero always in sight. `nice` ends the axis at round numbers. */
export function valueScale(
  values: Iterable<number>,
  pixels: readonly [number, number],
  nice = true,
): ValueScale {
  const known = [...values].filter(Number.isFinite);
  const [low = 0, high = 0] = extent([0, ...known]);
  const scale = scaleLinear([low, low === high ? low + 1 : high], pixels);
  return nice ? scale.nice(4) : scale;
}

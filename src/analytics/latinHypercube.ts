import { draw } from '../engine/random.ts';

/** Key word of these draws: `lati`. */
const KEY = 0x6c61_7469;
const WORDS = 2 ** 32;

/**
 * `count` points in a cube of `dimensions`, each number from 0 to 1: along every dimension each of `count` equal strata holds one point, in
 * an order of its own (McKay, Beckman & Conover 1979). So few points stand for the whole range of each number. The same seed gives the same.
 */
export function latinHypercube(
  count: number,
  dimensions: number,
  seed: number,
): readonly (readonly number[])[] {
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const uniform = (place: number, purpose: number) =>
      ((draw(seed, KEY, dimension * 65_536 + place, purpose) >>> 0) + 0.5) / WORDS;
    return shuffled(count, (place) => uniform(place, 0)).map(
      (stratum, place) => (stratum + uniform(place, 1)) / count,
    );
  });
  return Array.from({ length: count }, (_, point) => columns.map((column) => column[point]!));
}

/** Fisher & Yates. */
function shuffled(count: number, uniform: (place: number) => number): readonly number[] {
  const order = Array.from({ length: count }, (_, place) => place);
  for (let place = count - 1; place > 0; place--) {
    const other = Math.floor(uniform(place) * (place + 1));
    [order[place], order[other]] = [order[other]!, order[place]!];
  }
  return order;
}

import { draw } from '../../src/engine/random.ts';

/** Seeded draws for tests of statistics. */
export interface Luck {
  uniform(): number;
  normal(): number;
  poisson(mean: number): number;
  binomial(n: number, p: number): number;
  /** An order's value: log-normal, mean 1, sd 108 / 116. */
  order(): number;
}

export function makeLuck(seed: number): Luck {
  let counter = 0;
  const uniform = () => (draw(seed, 0x74657374, counter++, 0) + 0.5) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const variance = Math.log(1 + (108 / 116) ** 2);
  return {
    uniform,
    normal,
    order: () => Math.exp(normal() * Math.sqrt(variance) - variance / 2),
    poisson(mean) {
      // Knuth, in pieces small enough for exp(−mean).
      if (mean > 50) return this.poisson(mean / 2) + this.poisson(mean / 2);
      let events = -1;
      for (let product = 1; product > Math.exp(-mean); product *= uniform()) events++;
      return events;
    },
    binomial(n, p) {
      // Gaps between successes are geometric.
      let successes = 0;
      for (let at = Math.floor(Math.log(uniform()) / Math.log1p(-p)); at < n; successes++)
        at += 1 + Math.floor(Math.log(uniform()) / Math.log1p(-p));
      return successes;
    },
  };
}

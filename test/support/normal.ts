/** How far a binomial count lies from what it should be, in standard deviations. */
export function binomialZ(successes: number, n: number, p: number): number {
  return (successes - n * p) / Math.sqrt(n * p * (1 - p));
}

/** Share of a log-normal (of hours) below `hours`, by Simpson's rule on the normal density. */
export function logNormalBelow(hours: number, mu: number, sigma: number): number {
  const z = (Math.log(hours) - mu) / sigma;
  const steps = 2000;
  const low = -9;
  const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  const width = (z - low) / steps;
  let sum = density(low) + density(z);
  for (let k = 1; k < steps; k++) sum += density(low + k * width) * (k % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

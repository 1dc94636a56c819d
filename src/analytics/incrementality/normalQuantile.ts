import { normalCumulative } from '../chance.ts';

/** Where a normal variable is still below: `z` with Φ(z) = share. By halving, off by less than 1e-5; `share` between 0 and 1. */
export function normalQuantile(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`invalid share: ${share} is not between 0 and 1`);
  let [low, high] = [-MOST, MOST];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCumulative(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const MOST = 9;

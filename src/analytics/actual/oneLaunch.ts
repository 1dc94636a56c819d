import type { Estimate } from '../intervals.ts';
import { incompleteBeta } from './incompleteBeta.ts';

/** What a forecast says about one figure of one launch. */
export interface Foreseen {
  /** The figure over the simulated contacts. */
  readonly simulated: number;
  /** Contacts of the launch per simulated one. */
  readonly factor: number;
  /** Variance per unit of the figure: 1 for events that come one by one, about the worth of an order for revenue. */
  readonly spread: number;
}

/**
 * How likely a launch is to come to so little, and to so much. Two things are uncertain: how one launch falls out, and the forecast’s mean
 * itself. Given what both came to together, the launch’s part is binomial with the launch’s share of the contacts (Przyborowski & Wilenski
 * 1940), which is the incomplete beta function; figures that come in lumps are counted in lumps of `spread`. Whole lumps make both tails
 * a little too likely, never too unlikely.
 */
function tails({ simulated, factor, spread }: Foreseen, launched: number) {
  const before = simulated / spread;
  const now = launched / spread;
  const share = factor / (1 + factor);
  return {
    atMost: before === 0 ? 1 : 1 - incompleteBeta(share, now + 1, before),
    atLeast: now === 0 ? 1 : incompleteBeta(share, now, before + 1),
  };
}

/** How surprising a launch’s figure is: such a one or one further away comes with this chance at most, if the forecast holds. */
export function surprise(foreseen: Foreseen, launched: number): number {
  const { atMost, atLeast } = tails(foreseen, launched);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

const STEPS = 60;

/** What one launch comes to, and the interval that holds it except with chance `missed`. */
export function bandOfOneLaunch(foreseen: Foreseen, missed = 0.05): Estimate {
  const value = foreseen.simulated * foreseen.factor;
  const isIn = (launched: number) => surprise(foreseen, launched) > missed;
  let reach = Math.max(value, foreseen.spread * (1 + foreseen.factor) * 4);
  while (isIn(value + reach) && reach < 1e15) reach *= 2;
  return {
    value,
    low: isIn(0) ? 0 : edge(isIn, value, 0),
    high: edge(isIn, value, value + reach),
  };
}

/** Between one that is in and one that is not. */
function edge(isIn: (launched: number) => boolean, inside: number, outside: number): number {
  let [held, left] = [inside, outside];
  for (let step = 0; step < STEPS && Math.abs(left - held) > 1e-3 * Math.max(1, held); step++) {
    const middle = (held + left) / 2;
    if (isIn(middle)) held = middle;
    else left = middle;
  }
  return held;
}

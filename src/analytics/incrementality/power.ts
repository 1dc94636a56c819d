import { normalCumulative } from '../chance.ts';
import { Z } from '../intervals.ts';
import { normalQuantile } from './normalQuantile.ts';

/** A test that is being planned: shares of those who convert, in parts of one. */
export interface PlannedTest {
  /** Without the effect. */
  readonly rate: number;
  /** Part of the contacts in the arm without it: the holdout, or the other arm. */
  readonly share: number;
}

/** Chance of seeing an effect that is there. */
const USUAL_POWER = 0.8;

/**
 * Contacts of both arms together that show `effect` (treated less control, in parts of one, either way) at two-sided 5 % with this power:
 * N = (z₁₋α/₂ + z₁₋β)² [p_T(1 − p_T) / (1 − q) + p_C(1 − p_C) / q] / (p_T − p_C)². Undefined where there is nothing to see, or nobody in an arm.
 */
export function contactsFor(test: PlannedTest, effect: number, power = USUAL_POWER): number | undefined {
  const contacts = contactsExactly(test, effect, power);
  return contacts === undefined ? undefined : Math.ceil(contacts);
}

/** Chance that so many contacts show an effect that is there, in its own direction. */
export function powerOf(test: PlannedTest, effect: number, contacts: number): number | undefined {
  const spread = spreadOfOne(test, effect);
  if (spread === undefined || !(contacts > 0)) return undefined;
  const size = Math.abs(effect);
  if (spread === 0) return size > 0 ? 1 : 0;
  return normalCumulative(size / Math.sqrt(spread / contacts) - Z);
}

/**
 * The smallest effect upwards that so many contacts show with this power. Undefined where even everybody's conversion would not show.
 */
export function leastEffect(test: PlannedTest, contacts: number, power = USUAL_POWER): number | undefined {
  const most = 1 - test.rate;
  if (!isShown(most)) return undefined;
  let [low, high] = [0, most];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (isShown(middle)) high = middle;
    else low = middle;
  }
  return high;

  function isShown(effect: number): boolean {
    const needed = contactsExactly(test, effect, power);
    return needed !== undefined && needed <= contacts;
  }
}

function contactsExactly(test: PlannedTest, effect: number, power: number): number | undefined {
  const spread = spreadOfOne(test, effect);
  if (spread === undefined || effect === 0) return undefined;
  const reach = Z + normalQuantile(power);
  return (reach * reach * spread) / (effect * effect);
}

/** Variance of the difference of both shares, times the contacts of both arms. Undefined where a share would leave 0 … 1. */
function spreadOfOne({ rate, share }: PlannedTest, effect: number): number | undefined {
  const treated = rate + effect;
  if (!(share > 0 && share < 1) || !(rate >= 0 && rate <= 1) || !(treated >= 0 && treated <= 1))
    return undefined;
  return (treated * (1 - treated)) / (1 - share) + (rate * (1 - rate)) / share;
}

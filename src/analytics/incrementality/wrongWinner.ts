import { normalCumulative } from '../chance.ts';

/** An arm of a planned experiment, as one launch will see it. */
export interface ArmInLaunch {
  /** What one contact comes to in truth: in the simulation, the mean when everybody takes this arm. */
  readonly mean: number;
  /** How far the mean of one launch's contacts may be off: standard deviation between contacts over the root of their number. */
  readonly standardError: number;
}

/** Standard errors on either side that are integrated over, and in how many parts. */
const REACH = 8;
const PARTS = 400;

/**
 * Chance that one launch declares another arm than the best the winner, where the arm with the highest figure is declared whatever the
 * interval says: 1 − ∫ φ(z) ∏ Φ((m_b + s_b z − m_j) / s_j) dz over the arms j other than the best b, which draw their contacts apart (the
 * integral is that of Bechhofer 1954). With two arms it is Φ(−d / √(s_a² + s_b²)). Undefined where no arm is better than another: then
 * none can be wrong.
 */
export function chanceOfWrongWinner(arms: readonly ArmInLaunch[]): number | undefined {
  const [best, ...others] = arms.toSorted((a, b) => b.mean - a.mean);
  if (!best || !others.some(({ mean }) => mean < best.mean)) return undefined;
  // An arm that is exactly as good is no wrong choice.
  const worse = others.filter(({ mean }) => mean < best.mean);
  const width = (2 * REACH) / PARTS;
  let right = 0;
  for (let part = 0; part <= PARTS; part++) {
    const z = -REACH + part * width;
    const weight = part === 0 || part === PARTS ? 1 : part % 2 === 1 ? 4 : 2;
    right += weight * density(z) * chanceOfAll(best.mean + best.standardError * z, worse);
  }
  return Math.min(1, Math.max(0, 1 - (right * width) / 3));
}

/** Chance that all of them stay below. */
function chanceOfAll(height: number, arms: readonly ArmInLaunch[]): number {
  let chance = 1;
  for (const { mean, standardError } of arms) {
    const above = height - mean;
    if (standardError === 0) chance *= above > 0 ? 1 : above < 0 ? 0 : 0.5;
    else chance *= normalCumulative(above / standardError);
  }
  return chance;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

import { normalCumulative } from '../chance.ts';

export interface ArmSize {
  readonly contacts: number;
  /** Part of one that was planned; those of all arms add up to one. */
  readonly planned: number;
}

/** So rarely would arms drawn as planned come out so uneven that something else must be the cause (Fabijan and others, KDD 2019). */
const ALARM = 0.0005;

export interface SampleRatio {
  readonly isOff: boolean;
  /** How likely arms drawn as planned are to be as uneven, or more. */
  readonly chance: number;
}

/** Sample ratio mismatch: Pearson's chi-square of the arms’ sizes against what was planned. Undefined with fewer than two arms that want anybody. */
export function sampleRatio(arms: readonly ArmSize[]): SampleRatio | undefined {
  const wanted = arms.filter(({ planned }) => planned > 0);
  const total = arms.reduce((sum, { contacts }) => sum + contacts, 0);
  if (wanted.length < 2 || total === 0) return undefined;
  // Somebody in an arm that nobody was to get into needs no test.
  if (arms.some(({ planned, contacts }) => planned <= 0 && contacts > 0)) return { isOff: true, chance: 0 };
  const square = wanted.reduce((sum, { contacts, planned }) => {
    const off = contacts - total * planned;
    return sum + (off * off) / (total * planned);
  }, 0);
  const chance = chiSquareAbove(square, wanted.length - 1);
  return { isOff: chance < ALARM, chance };
}

/** Upper tail of chi-square with whole degrees: Q(x; k + 2) = Q(x; k) + (x / 2)^(k / 2) e^(−x / 2) / Γ(k / 2 + 1) (Abramowitz & Stegun 26.4.8). */
export function chiSquareAbove(square: number, degrees: number): number {
  const half = square / 2;
  const isOdd = degrees % 2 === 1;
  let above = isOdd ? 2 * (1 - normalCumulative(Math.sqrt(square))) : Math.exp(-half);
  let k = isOdd ? 1 : 2;
  let term = isOdd ? (Math.sqrt(half) * Math.exp(-half)) / (Math.sqrt(Math.PI) / 2) : half * Math.exp(-half);
  for (; k < degrees; k += 2) {
    above += term;
    term *= half / (k / 2 + 1);
  }
  return Math.min(1, above);
}

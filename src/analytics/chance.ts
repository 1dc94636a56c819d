import { type Jackknifed } from './intervals.ts';

/**
 * Chance that one launch to `people` contacts reaches `atLeast` in total, when `contacts` simulated contacts gave the mean
 * and the spread per contact. Two things are uncertain: how one launch falls out (variance people · s²) and the mean
 * itself (people² · s² / contacts); the jackknife's standard error is s / √contacts. Counts come in whole numbers, so
 * reaching k begins halfway above k − 1.
 */
export function chanceOfReaching(
  atLeast: number,
  perContact: Jackknifed,
  launch: { readonly people: number; readonly contacts: number; readonly counted: boolean },
): number {
  const { people, contacts, counted } = launch;
  const expected = perContact.ratio * people;
  const needed = counted ? Math.ceil(atLeast) - 0.5 : atLeast;
  const deviation = perContact.standardError * Math.sqrt(people * (people + contacts));
  if (deviation === 0) return expected >= needed ? 1 : 0;
  return studentCumulative((expected - needed) / deviation, perContact.groups - 1);
}

/** Share of Student's t below `t`: brought to a normal by Abramowitz & Stegun 26.7.8, off by less than .0005 from 30 degrees on. */
export function studentCumulative(t: number, degrees: number): number {
  return normalCumulative((t * (1 - 1 / (4 * degrees))) / Math.sqrt(1 + (t * t) / (2 * degrees)));
}

/**
 * Share of the normal distribution below `z`, off by less than 2e-7: the rational approximation of the error function by
 * Hastings (Abramowitz & Stegun 7.1.28). It needs no exponential, whose last bit differs between machines.
 */
export function normalCumulative(z: number): number {
  const x = Math.abs(z) * Math.SQRT1_2;
  const polynomial =
    1 +
    x *
      (0.0705230784 +
        x * (0.0422820123 + x * (0.0092705272 + x * (0.0001520143 + x * (0.0002765672 + x * 0.0000430638)))));
  const second = polynomial * polynomial;
  const fourth = second * second;
  const eighth = fourth * fourth;
  const tail = 0.5 / (eighth * eighth);
  return z < 0 ? tail : 1 - tail;
}

import { describe, expect, it } from 'vitest';
import {
  exp,
  gammaCdf,
  log,
  logGamma,
  normalQuantile,
  pow,
} from '../../../src/compile/response/elementary.ts';

const spread = (from: number, to: number, count = 2_000) =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
const relative = (ours: number, theirs: number) =>
  Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300);

describe('elementary functions', () => {
  it('exp agrees with the platform’s to 4e-15', () => {
    for (const x of spread(-60, 60)) expect(relative(exp(x), Math.exp(x))).toBeLessThan(4e-15);
  });

  it('log agrees with the platform’s to 4e-15, near 1 absolutely', () => {
    for (const x of spread(1e-9, 50))
      expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(4e-15 * Math.max(1, Math.abs(Math.log(x))));
  });

  it.each([
    [exp(0), 1],
    [exp(-800), 0],
    [exp(800), Infinity],
    [log(1), 0],
    [log(0), -Infinity],
    [log(-1), NaN],
    [pow(0, 2), 0],
  ])('gives %d for %d at the edges', (ours, theirs) => expect(ours).toBe(theirs));

  it('pow agrees with the platform’s', () => {
    for (const x of spread(0.01, 20, 200)) expect(relative(pow(x, 0.83), x ** 0.83)).toBeLessThan(1e-14);
  });

  // Abramowitz and Stegun, table 26.5.
  it.each([
    [0.5, 0],
    [0.975, 1.959963985],
    [0.995, 2.575829304],
    [0.0001, -3.719016485],
  ])('the normal quantile of %d is %d', (p, z) => expect(normalQuantile(p)).toBeCloseTo(z, 7));

  it('refuses the quantile of what is no probability', () =>
    expect(() => normalQuantile(1)).toThrow('invalid probability'));

  it.each([
    [1, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.sqrt(Math.PI))],
  ])('log gamma of %d is %d', (x, value) => expect(logGamma(x)).toBeCloseTo(value, 12));

  it('the gamma distribution with shape 1 is the exponential', () => {
    for (const x of spread(0, 12, 50)) expect(gammaCdf(1, x)).toBeCloseTo(1 - Math.exp(-x), 12);
  });
});

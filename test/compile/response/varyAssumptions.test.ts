import { describe, expect, it } from 'vitest';
import { assumptionsOf } from '../../../src/compile/response/assumptions.ts';
import { boundsOf, designAt, valueAt, varied } from '../../../src/compile/response/varyAssumptions.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { probability } from '../../../src/journey/units.ts';
import { openSample } from '../../support/samples.ts';

const design = { journey: openSample('orchestration'), policies: NO_POLICIES, calibration: {} };

describe('assumptions that vary', () => {
  it('are those with a range that nobody has said for herself', () => {
    const all = assumptionsOf({ ...design, calibration: { clicked: probability(0.03) } });
    const some = varied(all);
    expect(some.length).toBeGreaterThan(5);
    expect(some.every(({ range, source }) => range !== undefined && source !== 'yours')).toBe(true);
    expect(all.some(({ source, published }) => source === 'yours' && published !== undefined)).toBe(true);
  });

  it('have their ranges moved with them', () => {
    const calibrated = assumptionsOf({ ...design, calibration: { clicked: probability(0.1) } }).filter(
      ({ source, range }) => source === 'calibrated' && range !== undefined,
    );
    expect(calibrated.length).toBeGreaterThan(0);
    for (const one of calibrated) {
      const bounds = boundsOf(one)!;
      expect(bounds.low).toBeLessThanOrEqual(one.value);
      expect(bounds.high).toBeGreaterThanOrEqual(one.value);
    }
  });

  it('lie below the present value half of the time', () => {
    const bounds = { low: 1, high: 9 };
    expect([0, 0.25, 0.5, 0.75, 1].map((share) => valueAt(bounds, 2, share))).toEqual([1, 1.5, 2, 5.5, 9]);
  });

  it('all stand where they were drawn in the design that is made', () => {
    const some = varied(assumptionsOf(design));
    const drawn = designAt(
      some,
      some.map(() => 0.9),
      design,
    );
    const after = new Map(assumptionsOf(drawn).map((one) => [one.id, one]));
    for (const one of some) {
      const wanted = valueAt(boundsOf(one)!, one.value, 0.9);
      // A message's own clicks raise its opens.
      if (!one.id.endsWith('opened')) expect(after.get(one.id)?.value, one.id).toBeCloseTo(wanted, 6);
    }
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridOf } from '../../../src/analytics/compare/grid.ts';

const plain = (value: number) => value;

describe('a grid', () => {
  it('goes from end to end in equal steps', () => {
    expect(gridOf({ from: 0, to: 10, points: 6, rounded: plain, now: -1 })).toEqual([0, 2, 4, 6, 8, 10]);
  });

  it('has the value of now in place of the nearest', () => {
    expect(gridOf({ from: 0, to: 10, points: 6, rounded: plain, now: 4.5 })).toEqual([0, 2, 4.5, 6, 8, 10]);
  });

  it('keeps its ends, which were asked for', () => {
    expect(gridOf({ from: 0, to: 10, points: 6, rounded: plain, now: 0.1 })).toEqual([0, 0.1, 4, 6, 8, 10]);
  });

  it('has each value once where rounding brings some together', () => {
    expect(gridOf({ from: 1, to: 3, points: 9, rounded: Math.round, now: 2 })).toEqual([1, 2, 3]);
  });

  it('leaves out what it is now where that is outside', () => {
    expect(gridOf({ from: 1, to: 3, points: 3, rounded: plain, now: 7 })).toEqual([1, 2, 3]);
  });

  it('rises, stays inside, and is no larger than asked', () => {
    const any = fc.record({
      from: fc.integer({ min: 0, max: 1000 }),
      to: fc.integer({ min: 0, max: 1000 }),
      points: fc.integer({ min: 3, max: 21 }),
      now: fc.integer({ min: 0, max: 1000 }),
    });
    fc.assert(
      fc.property(any, ({ from, to, points, now }) => {
        const values = gridOf({ from, to, points, rounded: Math.round, now });
        const [low, high] = [Math.min(from, to), Math.max(from, to)];
        expect(values[0]).toBe(low);
        expect(values.at(-1)).toBe(high);
        expect(values.length).toBeLessThanOrEqual(Math.max(points, 3));
        for (const [at, value] of values.entries())
          if (at > 0) expect(value).toBeGreaterThan(values[at - 1]!);
        if (now >= low && now <= high) expect(values).toContain(now);
      }),
    );
  });
});

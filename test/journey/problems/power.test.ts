import { expect, test } from 'vitest';
import { leastVisibleLift } from '../../../src/journey/problems/power.ts';

test('agrees with the table of Fleiss for 10 % against 15 %: 686 a group', () => {
  expect(leastVisibleLift({ rate: 0.1, sizes: [686, 686] })).toBeCloseTo(0.5, 2);
  expect(leastVisibleLift({ rate: 0.1, sizes: [600, 600] })).toBeGreaterThan(0.5);
});

test('falls with the square root of the size', () => {
  const [small, large] = [1e5, 4e5].map((size) => leastVisibleLift({ rate: 0.05, sizes: [size, size] }));
  expect(small! / large!).toBeCloseTo(2, 1);
});

test('shows nothing when a group is empty or far too small', () => {
  expect(leastVisibleLift({ rate: 0.05, sizes: [1000, 0] })).toBe(Infinity);
  expect(leastVisibleLift({ rate: 0.5, sizes: [3, 3] })).toBe(Infinity);
});

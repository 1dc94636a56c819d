import { expect, it } from 'vitest';
import { findAisle, ribbonPath } from '../../../src/features/edit-journey/ribbonPath.ts';

const ends = { sourceX: 240, sourceY: 44, targetX: 320, targetY: 44, aisle: 0, lane: 0 };
const row = { top: 0, bottom: 88 };

it('runs forward as one curve from port to port', () => {
  expect(ribbonPath(ends).path).toMatch(/^M240 44C.* 320 44$/);
});

it('turns around along its aisle', () => {
  const { path, labelY } = ribbonPath({ ...ends, sourceX: 900, targetX: 0, aisle: 124 });
  expect(labelY).toBe(124);
  expect(path).toMatch(/^M900 44.*L0 44$/);
});

it('turns between two cards that stand one below the other', () => {
  expect(findAisle(row, { top: 188, bottom: 276 }, { top: 0, bottom: 276 }, 0)).toBe(138);
});

it('goes around all cards on its way on the shorter side, each lane further out', () => {
  const way = { top: -200, bottom: 100 };
  expect(findAisle(row, row, way, 0)).toBe(136);
  expect(findAisle(row, row, way, 1)).toBe(154);
  expect(findAisle(row, row, { top: -10, bottom: 400 }, 0)).toBe(-46);
});

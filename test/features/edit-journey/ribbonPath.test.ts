import fc from 'fast-check';
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

it('stays finite where two cards all but touch and nothing stands between them', () => {
  const none = { top: Infinity, bottom: -Infinity };
  expect(findAisle(row, row, none, 0)).toBe(-36);
});

it('draws a finite line wherever the two cards stand and whatever is between them', () => {
  const place = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const extent = fc
    .tuple(place, fc.double({ min: 0, max: 2000, noNaN: true }))
    .map(([top, height]) => ({ top, bottom: top + height }));
  const others = fc.oneof(extent, fc.constant({ top: Infinity, bottom: -Infinity }));
  const lanes = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(
      extent,
      extent,
      others,
      place,
      place,
      lanes,
      (source, target, way, sourceX, targetX, lane) => {
        const aisle = findAisle(source, target, way, lane);
        const ribbon = ribbonPath({
          sourceX,
          sourceY: source.top,
          targetX,
          targetY: target.top,
          aisle,
          lane,
        });
        expect(ribbon.path).not.toMatch(/NaN|Infinity/);
        expect(Number.isFinite(ribbon.labelX) && Number.isFinite(ribbon.labelY)).toBe(true);
      },
    ),
  );
});

import { describe, expect, it } from 'vitest';
import { pointAt, polyline } from '../../../../src/features/edit-journey/play/polyline.ts';
import { ribbonPath } from '../../../../src/features/edit-journey/ribbonPath.ts';

const ENDS = { sourceX: 0, sourceY: 10, aisle: 200, lane: 1 };
const place = (path: string, share: number) => {
  const into = new Float32Array(4);
  pointAt(polyline(path), share, into);
  return [...into];
};

describe('a ribbon as points', () => {
  it.each([
    ['to the right', { ...ENDS, targetX: 400, targetY: 90 }],
    ['around', { ...ENDS, targetX: -300, targetY: 90 }],
  ])('%s begins and ends where the ribbon does', (_, ends) => {
    const { path } = ribbonPath(ends);
    expect(place(path, 0).slice(0, 2)).toEqual([ends.sourceX, ends.sourceY]);
    const [x, y] = place(path, 1);
    expect(x).toBeCloseTo(ends.targetX, 3);
    expect(y).toBeCloseTo(ends.targetY, 3);
  });

  it('lies on the ribbon: halfway along a symmetric curve is its middle', () => {
    const { path, labelX, labelY } = ribbonPath({ ...ENDS, targetX: 400, targetY: 90 });
    const [x, y] = place(path, 0.5);
    expect(x).toBeCloseTo(labelX, 0);
    expect(y).toBeCloseTo(labelY, 0);
  });

  it('has neighbours that lie equally far from each other', () => {
    const { points } = polyline(ribbonPath({ ...ENDS, targetX: 400, targetY: 90 }).path);
    const gaps = Array.from({ length: points.length / 2 - 1 }, (_, k) =>
      Math.hypot(points[k * 2 + 2]! - points[k * 2]!, points[k * 2 + 3]! - points[k * 2 + 1]!),
    );
    expect(Math.max(...gaps) / Math.min(...gaps)).toBeLessThan(1.05);
  });

  it('says which way is aside: at right angles to a straight line', () => {
    expect(place('M0 0L100 0', 0.25)).toEqual([25, 0, 0, -1]);
  });
});

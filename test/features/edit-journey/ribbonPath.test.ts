import { expect, it } from 'vitest';
import { ribbonPath } from '../../../src/features/edit-journey/ribbonPath.ts';

const ends = { sourceX: 240, sourceY: 44, targetX: 320, targetY: 44, top: 0, bottom: 88, lane: 0 };

it('runs forward as one curve from port to port', () => {
  const { path, goesBack } = ribbonPath(ends);
  expect(goesBack).toBe(false);
  expect(path).toMatch(/^M240 44C.* 320 44$/);
});

it('goes back around the cards on the shorter side, each lane further out', () => {
  const low = ribbonPath({ ...ends, sourceX: 900, sourceY: 80, targetX: 0, targetY: 80 });
  expect(low).toMatchObject({ goesBack: true, labelY: 88 + 36 });
  expect(low.path).toMatch(/^M900 80.*L0 80$/);
  const high = ribbonPath({ ...ends, sourceX: 900, sourceY: 10, targetX: 0, targetY: 10, lane: 1 });
  expect(high.labelY).toBe(-36 - 18);
});

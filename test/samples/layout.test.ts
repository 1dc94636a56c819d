import { describe, expect, test } from 'vitest';
import {
  cardBox,
  CARD_WIDTH,
  IN_PORT_Y,
  outPortY,
  overlaps,
  type Box,
} from '../../src/features/edit-journey/cardLayout.ts';
import { linksOf, loopsIn, stepEntries, stepOf, successorsOf } from '../../src/journey/graph.ts';
import type { Journey, Link, StepId } from '../../src/journey/journey.ts';
import { exitsOf } from '../../src/journey/steps/index.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';

const GRID = 8;
const POINTS = 64;

function boxesOf(journey: Journey): ReadonlyMap<StepId, Box> {
  return new Map(
    stepEntries(journey).flatMap(([id, step]) => {
      const at = journey.layout[id];
      return at ? [[id, cardBox(step, at)] as const] : [];
    }),
  );
}

/** Points along a link to the right: the curve that the canvas draws. */
function pointsOf(journey: Journey, { from, exit, to }: Link): readonly { x: number; y: number }[] {
  const [source, target, step] = [journey.layout[from], journey.layout[to], stepOf(journey, from)];
  if (!source || !target || !step) return [];
  const [x1, y1] = [source.x + CARD_WIDTH, source.y + outPortY(step, exitsOf(step).indexOf(exit))];
  const [x2, y2] = [target.x, target.y + IN_PORT_Y];
  const reach = Math.max(24, Math.min((x2 - x1) / 2, 160));
  return Array.from({ length: POINTS - 1 }, (_, index) => {
    const [u, v] = [(index + 1) / POINTS, 1 - (index + 1) / POINTS];
    const along = (a: number, b: number, c: number, d: number) =>
      v ** 3 * a + 3 * v * v * u * b + 3 * v * u * u * c + u ** 3 * d;
    return { x: along(x1, x1 + reach, x2 - reach, x2), y: along(y1, y1, y2, y2) };
  });
}

const isInside = ({ x, y }: { x: number; y: number }, box: Box) =>
  x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;

describe.each(SAMPLE_NAMES)('%s is drawn so that', (name) => {
  const journey = openSample(name);
  const boxes = boxesOf(journey);
  const loops = loopsIn(successorsOf(journey)).flat();
  const forward = linksOf(journey).filter(
    ({ from, to }) => !(loops.includes(from) && loops.includes(to)) || boxes.get(to)!.x > boxes.get(from)!.x,
  );

  test('every step stands on the grid', () => {
    expect(boxes.size).toBe(Object.keys(journey.steps).length);
    for (const { x, y } of boxes.values()) expect([x % GRID, y % GRID]).toEqual([0, 0]);
    expect(Math.min(...[...boxes.values()].map(({ x }) => x))).toBe(0);
    expect(Math.min(...[...boxes.values()].map(({ y }) => y))).toBe(0);
  });

  test('no two cards overlap', () => {
    const cards = [...boxes];
    const touching = cards.flatMap(([a, box], index) =>
      cards.slice(index + 1).flatMap(([b, other]) => (overlaps(box, other) ? [`${a} on ${b}`] : [])),
    );
    expect(touching).toEqual([]);
  });

  test('links lead to the right, loops aside', () => {
    for (const { from, to } of forward)
      expect(boxes.get(to)!.x, `${from} to ${to}`).toBeGreaterThan(boxes.get(from)!.x + CARD_WIDTH);
  });

  test('no link runs through a card', () => {
    const through = forward.flatMap((link) => {
      const points = pointsOf(journey, link);
      return [...boxes].flatMap(([id, box]) =>
        id !== link.from && id !== link.to && points.some((point) => isInside(point, box))
          ? [`${link.from} to ${link.to} through ${id}`]
          : [],
      );
    });
    expect(through).toEqual([]);
  });
});

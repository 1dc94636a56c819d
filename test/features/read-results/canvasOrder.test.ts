import { expect, it } from 'vitest';
import { inCanvasOrder } from '../../../src/features/read-results/canvasOrder.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { openSample } from '../../support/samples.ts';

const namesIn = (journey: Journey) =>
  inCanvasOrder(Object.keys(journey.steps).toSorted(), journey, (id) => id);

it('reads as the canvas does, from left to right and from top to bottom', () => {
  const journey = openSample('orchestration');
  const places = namesIn(journey).map((id) => Object.entries(journey.layout).find(([of]) => of === id)![1]);
  places.slice(1).forEach((place, at) => {
    const before = places[at]!;
    expect(before.x < place.x || (before.x === place.x && before.y <= place.y)).toBe(true);
  });
});

it('follows the links from the entry where a journey says no places', () => {
  const journey = { ...openSample('orchestration'), layout: {} };
  const names = namesIn(journey);
  expect(names[0]).toBe('trigger');
  expect(names.indexOf('nurture-1')).toBeLessThan(names.indexOf('nurture-wait'));
  expect(names.indexOf('nurture-wait')).toBeLessThan(names.indexOf('nurture-2'));
  expect(names).toHaveLength(Object.keys(journey.steps).length);
});

it('leaves rows of one step in their order', () => {
  const rows = [
    { step: 'sales', rung: 1 },
    { step: 'trigger', rung: 2 },
    { step: 'trigger', rung: 1 },
  ];
  expect(inCanvasOrder(rows, openSample('orchestration'), ({ step }) => step)).toEqual([
    rows[1],
    rows[2],
    rows[0],
  ]);
});

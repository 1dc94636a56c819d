import { expect, it } from 'vitest';
import { intoSight } from '../../../src/features/edit-journey/intoSight.ts';

const box = { x: 400, y: 300, width: 240, height: 88 };
const place = { x: 0, y: 0, zoom: 1 };

it('stays where the card is seen', () => {
  expect(intoSight(place, box, { width: 900, height: 600 })).toEqual(place);
});

it('slides just far enough in both directions', () => {
  expect(intoSight(place, box, { width: 390, height: 170 })).toEqual({ x: -274, y: -242, zoom: 1 });
  expect(intoSight({ x: -500, y: -400, zoom: 1 }, box, { width: 390, height: 170 })).toEqual({
    x: -376,
    y: -276,
    zoom: 1,
  });
});

it('centres a card that nearly fills the canvas and shows the beginning of a larger one', () => {
  expect(intoSight(place, box, { width: 900, height: 100 }).y).toBe(6 - 300);
  expect(intoSight(place, { ...box, height: 280 }, { width: 900, height: 160 }).y).toBe(-300);
});

import { expect, it } from 'vitest';
import { pictureOf } from '../../src/legend/journeyPicture.ts';
import { CHECK, EMAIL, smallJourney } from '../support/smallJourney.ts';

it('pictures boxes where they stand and a line per link', () => {
  const picture = pictureOf(smallJourney());
  expect(picture.boxes.map(({ kind, x }) => [kind, x])).toEqual([
    ['check', 960],
    ['entry', 0],
    ['message', 320],
    ['wait', 640],
  ]);
  expect(picture.links).toHaveLength(3);
});

it('gives a small journey room instead of blowing it up', () => {
  const [, , width = 0, height = 0] = pictureOf(smallJourney()).viewBox.split(' ').map(Number);
  expect([width, height]).toEqual([1600, 640]);
});

it('pictures a journey without places as nothing', () => {
  expect(pictureOf({ ...smallJourney(), layout: {} }).boxes).toEqual([]);
});

it('pictures a link that goes back as a bow above the cards', () => {
  const journey = smallJourney();
  const links = { ...journey.links, [CHECK]: { noResponse: EMAIL } };
  const [back] = pictureOf({ ...journey, links }).links;
  const [, firstBend = ''] = /C\S+,(\S+) /.exec(back?.path ?? '') ?? [];
  expect(Number(firstBend)).toBeLessThan(0);
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { keptPlaces } from '../../../src/features/edit-journey/keptPlaces.ts';

it('what is used again stays where it is, and what is new takes the place of what was used longest ago', () => {
  const first = keptPlaces([], ['c', 'b', 'a']);
  expect(first).toEqual(['c', 'b', 'a']);
  expect(keptPlaces(first, ['a', 'c', 'b'])).toBe(first);
  const full = keptPlaces(first, ['d', 'a', 'c', 'b']);
  expect(full).toEqual(['c', 'b', 'a', 'd']);
  expect(keptPlaces(full, ['e', 'd', 'a', 'c', 'b'])).toEqual(['c', 'e', 'a', 'd']);
});

it('there are at most four, each once, and all of them the latest', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(keys, { maxLength: 6 }), (steps) => {
      let places: readonly string[] = [];
      for (const recent of steps) {
        const before = places;
        places = keptPlaces(places, recent);
        expect([...places].sort()).toEqual(recent.slice(0, 4).sort());
        const stayed = before.filter((key) => places.includes(key));
        for (const key of stayed)
          if (before.length <= places.length) expect(places.indexOf(key)).toBe(before.indexOf(key));
      }
    }),
    { seed: 3 },
  );
});

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { LONGEST_MINUTES, MINUTES_IN, unitOf } from '../../src/forms/durations.ts';
import { formatDuration } from '../../src/i18n/format.ts';
import { durationWords } from '../../src/journey/policies.ts';

const plain = (words: string) => words.replaceAll('\u202f', '');

it('a field, the words beside it and the sentences of problems say a length alike', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: LONGEST_MINUTES }), fc.constantFrom(1, 60, 1440), (count, size) => {
      const minutes = count * size;
      const unit = unitOf(minutes);
      const amount = minutes / MINUTES_IN[unit];
      const words = plain(formatDuration('en', minutes));
      expect(words).toBe(`${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`);
      expect(durationWords(minutes).replaceAll(',', '')).toBe(words);
    }),
    { seed: 7, numRuns: 500 },
  );
});

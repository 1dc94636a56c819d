import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactsOf, sampleContacts } from '../../src/engine/contacts.ts';
import { CONTACT_KEY, draw, second } from '../../src/engine/random.ts';

const rank = (seed: number, contact: number) => {
  draw(seed, CONTACT_KEY.GROUP, contact, 0);
  return second();
};

describe('a sample of contacts', () => {
  it('is those with the smallest keyed hashes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 400 }),
        fc.integer(),
        (count, of, seed) => {
          const naive = Array.from({ length: of }, (_, contact) => contact)
            .sort((a, b) => rank(seed | 0, a) - rank(seed | 0, b) || a - b)
            .slice(0, count)
            .sort((a, b) => a - b);
          expect([...sampleContacts(count, of, seed)]).toEqual(naive);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is the same however many parts it is cut into', () => {
    const whole = [...sampleContacts(1_000, 5_000, 1)];
    const parts = [0, 1, 2, 3, 4, 5, 6].flatMap((part) => [
      ...contactsOf({ kind: 'sample', count: 1_000, of: 5_000, part, parts: 7 }, 1),
    ]);
    expect(parts).toEqual(whole);
  });

  it('of a larger size holds the smaller one', () => {
    const large = new Set(sampleContacts(3_000, 10_000, 1));
    expect([...sampleContacts(500, 10_000, 1)].every((contact) => large.has(contact))).toBe(true);
  });
});

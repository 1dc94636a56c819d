import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import { partOf } from '../../src/engine/contacts.ts';
import { mergeResults } from '../../src/engine/merge.ts';
import type { ContactRange } from '../../src/engine/protocol.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { run, tryCompile } from '../support/simulate.ts';

const audience = synthesise(300, 1);

/** Parts of a whole run or of a sample, each with its own number. */
function partsOf(contacts: number, parts: number): ContactRange[] {
  return Array.from({ length: parts }, (_, part): ContactRange => {
    if (contacts < audience.rows) return { kind: 'sample', count: contacts, of: audience.rows, part, parts };
    const [from, to] = partOf(contacts, part, parts);
    return { kind: 'range', from, to, of: contacts };
  });
}

describe('results', () => {
  it('are the same bytes however a run is divided, and in whatever order its parts are added', () => {
    fc.assert(
      fc.property(
        livelyJourney,
        fc.constantFrom(120, 300, 700),
        fc.array(fc.constantFrom(2, 7, 31), { minLength: 1, maxLength: 2 }),
        fc.nat(1e6),
        (journey, contacts, divisions, seed) => {
          const compiled = tryCompile(journey, audience);
          // Contacts that share capacity are run in one part.
          fc.pre(compiled.ok && !compiled.program.chronological);
          const { program } = compiled;
          const shards = (ranges: readonly ContactRange[]) =>
            ranges.map((range) => run(program, { contacts, seed, audience, range })).reduce(mergeResults);
          const whole = shards(partsOf(contacts, 1));
          expect(whole.contacts).toBe(contacts);
          for (const division of divisions) {
            const parts = partsOf(contacts, division);
            expect(shards(parts)).toEqual(whole);
            const shuffled = parts.map((part, at) => ({ part, key: ((at + 1) * (seed + 7)) % 1009 }));
            expect(shards(shuffled.sort((a, b) => a.key - b.key).map(({ part }) => part))).toEqual(whole);
          }
        },
      ),
      { numRuns: 60, seed: 1 },
    );
  }, 60_000);

  it('differ with another seed', () => {
    const journeys = fc.sample(livelyJourney, { seed: 4, numRuns: 20 });
    const differing = journeys.filter((journey) => {
      const compiled = tryCompile(journey, audience);
      if (!compiled.ok) return false;
      const [one, two] = [1, 2].map((seed) => run(compiled.program, { contacts: 300, seed, audience }));
      return JSON.stringify(one) !== JSON.stringify(two);
    });
    expect(differing.length).toBeGreaterThan(10);
  });
});

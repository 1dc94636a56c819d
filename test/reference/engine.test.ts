import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/audience/bind.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { runnableJourney } from '../support/randomJourney.ts';
import { run, tryCompile } from '../support/simulate.ts';
import { differences } from './differences.ts';
import { simulateNaively } from './naive.ts';

const CONTACTS = 120;
const audience = synthesise(CONTACTS, 1);
const all = Uint32Array.from({ length: CONTACTS }, (_, contact) => contact);

describe('the engine', () => {
  it.each([
    { kind: 'random', journeys: runnableJourney, runs: 300 },
    { kind: 'lively', journeys: livelyJourney, runs: 400 },
  ])(
    'equals the naive reference on $runs $kind journeys',
    ({ journeys, runs }) => {
      fc.assert(
        fc.property(journeys, fc.nat(1e6), (journey: Journey, seed) => {
          const compiled = tryCompile(journey, audience);
          fc.pre(compiled.ok);
          const { program } = compiled;
          const fast = run(program, { contacts: CONTACTS, seed, audience });
          const naive = simulateNaively(program, bind(program, audience, all), seed);
          expect(differences(program, [fast, naive]).slice(0, 20), 'engine, reference').toEqual([]);
          expect(fast).toEqual(naive);
        }),
        { numRuns: runs, seed: 20261121 },
      );
    },
    120_000,
  );
});

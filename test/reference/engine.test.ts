import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/audience/bind.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import { busyJourney, severalJourneys } from '../support/busyJourney.ts';
import { entangledJourneys } from '../support/entangledJourneys.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { runnableJourney } from '../support/randomJourney.ts';
import { randomPolicies, sharedPolicies } from '../support/randomPolicies.ts';
import { withStepGoals } from '../support/stepGoals.ts';
import { run, tryCompileAll } from '../support/simulate.ts';
import { differences } from './differences.ts';
import { simulateNaively } from './naive.ts';

const CONTACTS = 120;
const audience = synthesise(CONTACTS, 1);
const all = Uint32Array.from({ length: CONTACTS }, (_, contact) => contact);
const alone = (journeys: fc.Arbitrary<Journey>) => journeys.map((journey) => [journey]);
const none = fc.constant(NO_POLICIES);

interface Kind {
  readonly kind: string;
  readonly journeys: fc.Arbitrary<readonly Journey[]>;
  readonly policies: fc.Arbitrary<Policies>;
  readonly runs: number;
}

describe('the engine', () => {
  it.each<Kind>([
    { kind: 'random journeys', journeys: alone(runnableJourney), policies: none, runs: 150 },
    { kind: 'lively journeys', journeys: alone(livelyJourney), policies: none, runs: 200 },
    { kind: 'journeys under policies', journeys: alone(busyJourney), policies: randomPolicies, runs: 200 },
    { kind: 'companies under policies', journeys: severalJourneys, policies: randomPolicies, runs: 100 },
    { kind: 'entangled journeys', journeys: entangledJourneys, policies: none, runs: 150 },
    {
      kind: 'entangled journeys under policies',
      journeys: entangledJourneys,
      policies: randomPolicies,
      runs: 150,
    },
    {
      kind: 'lively journeys with goals on steps',
      journeys: withStepGoals(alone(livelyJourney)),
      policies: none,
      runs: 100,
    },
    {
      kind: 'entangled journeys with goals on steps',
      journeys: withStepGoals(entangledJourneys),
      policies: randomPolicies,
      runs: 100,
    },
    {
      kind: 'journeys with shared capacity',
      journeys: alone(busyJourney),
      policies: sharedPolicies,
      runs: 100,
    },
    {
      kind: 'companies with shared capacity',
      journeys: severalJourneys,
      policies: sharedPolicies,
      runs: 100,
    },
    {
      kind: 'entangled journeys with shared capacity',
      journeys: entangledJourneys,
      policies: sharedPolicies,
      runs: 100,
    },
  ])(
    'equals the naive reference on $runs $kind',
    ({ journeys, policies, runs }) => {
      fc.assert(
        fc.property(journeys, policies, fc.nat(1e6), (company, rules, seed) => {
          const compiled = tryCompileAll(company, audience, rules);
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
    240_000,
  );
});

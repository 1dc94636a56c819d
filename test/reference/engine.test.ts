import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/audience/bind.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import { compile } from '../../src/compile/compile.ts';
import { runContacts } from '../../src/engine/runContacts.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { runnableJourney } from '../support/randomJourney.ts';
import { simulateNaively } from './naive.ts';

const CONTACTS = 120;
const audience = synthesise(CONTACTS, 1);
const schema = schemaOf(audience);

function compiled(journey: Journey) {
  const outcome = compile({ journey, schema, policies: NO_POLICIES, calibration: BENCHMARKS_ONLY });
  return outcome.ok ? outcome.program : undefined;
}

describe('the engine', () => {
  it('equals the naive reference on random journeys', () => {
    let ran = 0;
    fc.assert(
      fc.property(runnableJourney, fc.nat(1000), (journey, seed) => {
        const program = compiled(journey);
        if (!program) return;
        ran++;
        const all = Uint32Array.from({ length: CONTACTS }, (_, contact) => contact);
        const fast = runContacts(
          { program, seed, contacts: { kind: 'range', from: 0, to: CONTACTS, of: CONTACTS } },
          (contacts) => bind(program, audience, contacts),
        );
        expect(fast).toEqual(simulateNaively(program, bind(program, audience, all), seed));
      }),
      { numRuns: 400, seed: 20261121 },
    );
    expect(ran).toBeGreaterThan(300);
  }, 120_000);
});

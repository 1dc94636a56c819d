import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bind } from '../../src/audience/bind.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Program } from '../../src/compile/program.ts';
import {
  AUDIENCE_FIELDS,
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  unsentReasons,
  type Results,
} from '../../src/engine/results.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { severalJourneys } from '../support/busyJourney.ts';
import { sharedPolicies } from '../support/randomPolicies.ts';
import { tryCompileAll } from '../support/simulate.ts';
import { simulateNaively } from './naive.ts';
import type { Watched } from './sender.ts';

const CONTACTS = 60;
const audience = synthesise(CONTACTS, 1);
const all = Uint32Array.from({ length: CONTACTS }, (_, contact) => contact);

interface Ran {
  readonly program: Program;
  readonly results: Results;
  readonly sent: readonly Watched[];
}

/** Runs random journeys under random policies and hands what came of it to a claim. */
function everyRun(journeys: fc.Arbitrary<readonly Journey[]>, claim: (ran: Ran) => void): void {
  fc.assert(
    fc.property(journeys, sharedPolicies, fc.nat(1e6), (company, policies, seed) => {
      const compiled = tryCompileAll(company, audience, policies);
      fc.pre(compiled.ok);
      const { program } = compiled;
      const sent: Watched[] = [];
      const results = simulateNaively(program, bind(program, audience, all), seed, (one) => sent.push(one));
      claim({ program, results, sent });
    }),
    { numRuns: 40, seed: 20261122 },
  );
}

const withoutExitRules = severalJourneys.map((journeys) =>
  journeys.map((journey) => ({ ...journey, settings: { ...journey.settings, exitRules: [] } })),
);
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0);

describe('the reference', () => {
  it('conserves contacts at every step', () => {
    everyRun(severalJourneys, ({ program, results }) => {
      program.journeys.forEach(({ steps }, place) => {
        const counted = results.journeys[place]!;
        let next = 0;
        steps.forEach(({ id, exits }, at) => {
          const named = sum(counted.exits.slice(next, (next += exits.length)));
          const reserved = counted.exitRule[at]! + counted.loopBound[at]! + counted.ended[at]!;
          expect(named + reserved + counted.inFlight[at]!, id).toBe(counted.entered[at]);
        });
      });
    });
  });

  it('sends every message that is due or has one reason why not', () => {
    everyRun(withoutExitRules, ({ program, results }) => {
      const reasons = unsentReasons(program).length;
      program.journeys.forEach(({ steps, sends }, place) => {
        const counted = results.journeys[place]!;
        steps.forEach(({ id, op }, at) => {
          if (op.op !== 'message') return;
          const due = sends.map(({ step }, send) => {
            if (step !== at) return 0;
            const unsent = counted.unsent.slice(send * reasons, (send + 1) * reasons);
            return counted.sends[send * SEND_FIELDS.length]! + sum(unsent);
          });
          expect(sum(due), id).toBe(counted.entered[at]! - counted.loopBound[at]!);
        });
      });
    });
  });

  it('keeps to budgets and rate limits', () => {
    everyRun(severalJourneys, ({ program, results, sent }) => {
      const { budgets, rateLimits } = program.policies;
      for (const { channel, micros } of budgets) {
        const spent = program.journeys.flatMap(({ sends }, place) =>
          sends.map((send, index) => {
            const at = index * SEND_FIELDS.length + SEND_FIELDS.indexOf('costMicros');
            return send.channel === channel ? results.journeys[place]!.sends[at]! : 0;
          }),
        );
        expect(sum(spent)).toBeLessThanOrEqual(micros);
      }
      for (const { channel, max, perMinutes } of rateLimits) {
        const windows = new Map<number, number>();
        for (const one of sent) {
          const window = Math.floor(one.minute / perMinutes);
          if (one.channel === program.channels[channel]) windows.set(window, (windows.get(window) ?? 0) + 1);
        }
        expect(Math.max(0, ...windows.values())).toBeLessThanOrEqual(max);
      }
    });
  });

  it('counts for the audience what it counts for the journeys', () => {
    everyRun(severalJourneys, ({ results }) => {
      const total = (counts: Float64Array, at: number) => sum(counts.slice(at * GROUPS, (at + 1) * GROUPS));
      for (const field of ['costMicros', 'sent'] as const) {
        const ofJourneys = results.journeys.map(({ groups }) => total(groups, GROUP_FIELDS.indexOf(field)));
        expect(total(results.audience, AUDIENCE_FIELDS.indexOf(field)), field).toBe(sum(ofJourneys));
      }
      for (const { groups } of results.journeys) {
        expect(total(groups, GROUP_FIELDS.indexOf('conversionsAudience'))).toBe(
          total(results.audience, AUDIENCE_FIELDS.indexOf('conversions')),
        );
      }
    });
  });
});

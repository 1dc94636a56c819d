import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Program } from '../../src/compile/program.ts';
import { SEND_FIELDS, UNSENT_REASONS, type JourneyResults } from '../../src/engine/results.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { runnableJourney } from '../support/randomJourney.ts';
import { run, tryCompile } from '../support/simulate.ts';

const audience = synthesise(200, 1);

/** Runs random journeys and hands their results to a claim. */
function everyRun(
  journeys: fc.Arbitrary<Journey>,
  claim: (counted: JourneyResults, program: Program, steps: number) => void,
): void {
  fc.assert(
    fc.property(journeys, fc.nat(1e6), (journey, seed) => {
      const compiled = tryCompile(journey, audience);
      fc.pre(compiled.ok);
      const results = run(compiled.program, { contacts: 200, seed, audience });
      claim(results.journeys[0]!, compiled.program, results.stepsExecuted);
    }),
    { numRuns: 80, seed: 2 },
  );
}

const both = fc.oneof(livelyJourney, runnableJourney);
const withoutExitRules = livelyJourney.map((journey) => ({
  ...journey,
  settings: { ...journey.settings, exitRules: [] },
}));

describe('contacts', () => {
  it('are conserved at every step', () => {
    everyRun(both, (counted, program) => {
      let next = 0;
      program.journeys[0]!.steps.forEach((step, index) => {
        const exits = counted.exits.slice(next, (next += step.exits.length)).reduce((sum, n) => sum + n, 0);
        const reserved = counted.exitRule[index]! + counted.loopBound[index]! + counted.ended[index]!;
        expect(exits + reserved + counted.inFlight[index]!, step.id).toBe(counted.entered[index]);
      });
    });
  });

  it('arrive at a step as often as they leave for it', () => {
    everyRun(both, (counted, program) => {
      const { steps, entryStep } = program.journeys[0]!;
      const arrivals = steps.map(() => 0);
      let next = 0;
      for (const step of steps) {
        step.targets.forEach(
          (target, exit) => target >= 0 && (arrivals[target]! += counted.exits[next + exit]!),
        );
        next += step.exits.length;
      }
      steps.forEach(
        (step, index) => index !== entryStep && expect(counted.entered[index], step.id).toBe(arrivals[index]),
      );
    });
  });

  it('make up the work done', () => {
    everyRun(both, (counted, _, stepsExecuted) => {
      expect(counted.entered.reduce((sum, n) => sum + n, 0)).toBe(stepsExecuted);
    });
  });
});

describe('every message that was due', () => {
  it('is sent, or not sent for one reason', () => {
    everyRun(withoutExitRules, (counted, program) => {
      const { steps, sends } = program.journeys[0]!;
      steps.forEach(({ id, op }, index) => {
        if (op.op !== 'message') return;
        const accounted = sends.reduce(
          (sum, { step }, send) => (step === index ? sum + sent(counted, send) + unsent(counted, send) : sum),
          0,
        );
        expect(accounted, id).toBe(counted.entered[index]! - counted.loopBound[index]!);
      });
    });
  });

  it('of a ladder is sent when the contact leaves by sent, holdouts aside', () => {
    everyRun(withoutExitRules, (counted, program) => {
      const { steps, sends } = program.journeys[0]!;
      let next = 0;
      steps.forEach(({ id, op, exits }, index) => {
        const left = counted.exits[next]!;
        next += exits.length;
        if (op.op !== 'escalate') return;
        const up = sends.reduce((sum, { step }, send) => {
          const holdout = counted.unsent[send * UNSENT_REASONS.length + UNSENT_REASONS.indexOf('holdout')]!;
          return step === index ? sum + sent(counted, send) + holdout : sum;
        }, 0);
        expect(up, id).toBe(left);
      });
    });
  });

  it('has no more answers than there were deliveries, and no more deliveries than sends', () => {
    everyRun(both, (counted, program) => {
      program.journeys[0]!.sends.forEach((_, send) => {
        const of = (field: (typeof SEND_FIELDS)[number]) =>
          counted.sends[send * SEND_FIELDS.length + SEND_FIELDS.indexOf(field)]!;
        expect(of('delivered') + of('bounced')).toBeLessThanOrEqual(of('sent'));
        expect(of('openedTrue')).toBeLessThanOrEqual(of('delivered'));
        expect(of('clicked')).toBeLessThanOrEqual(of('delivered'));
        expect(of('converted')).toBeLessThanOrEqual(of('clicked'));
        expect(of('complained')).toBeLessThanOrEqual(of('unsubscribed'));
      });
    });
  });
});

function sent(counted: JourneyResults, send: number): number {
  return counted.sends[send * SEND_FIELDS.length]!;
}

function unsent(counted: JourneyResults, send: number): number {
  const at = send * UNSENT_REASONS.length;
  return counted.unsent.slice(at, at + UNSENT_REASONS.length).reduce((sum, n) => sum + n, 0);
}

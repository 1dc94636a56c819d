import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WAY, type Playback } from '../../src/analytics/playback.ts';
import type { JourneyResults } from '../../src/engine/results.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { busyJourney } from '../support/busyJourney.ts';
import { livelyJourney } from '../support/livelyJourney.ts';
import { play, runUntil, runWithHorizon, scrubTimes, standing, type Played } from '../support/played.ts';
import { randomPolicies, sharedPolicies } from '../support/randomPolicies.ts';
import { runnableJourney } from '../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';

const SAMPLE: Played = { rows: 20_000, contacts: 2_000 };

/** Arrivals per step, departures per exit and by no exit, and who stays, as the visits have them. */
function counted({ steps, visits }: Playback) {
  const offsets = steps.map((_, at) => steps.slice(0, at).reduce((sum, { exits }) => sum + exits.length, 0));
  const entered = steps.map(() => 0);
  const gone = steps.map(() => 0);
  const inFlight = steps.map(() => 0);
  const exits = steps.flatMap((step) => step.exits.map(() => 0));
  visits.step.forEach((step, row) => {
    const exit = visits.exit[row]!;
    entered[step]!++;
    if (exit === WAY.STAYS) inFlight[step]!++;
    else if (exit === WAY.OUT) gone[step]!++;
    else exits[offsets[step]! + exit]!++;
  });
  return { entered, exits, gone, inFlight };
}

function asRun({ entered, exits, exitRule, loopBound, ended, inFlight }: JourneyResults) {
  const gone = [...entered].map((_, at) => exitRule[at]! + loopBound[at]! + ended[at]!);
  return { entered: [...entered], exits: [...exits], gone, inFlight: [...inFlight] };
}

/** The law: what stands where at any minute is what a run that ends then counts. */
function holds(journey: Journey, played: Played): void {
  const run = play(journey, played);
  fc.pre(run !== undefined);
  const { playback, results } = run;
  expect(counted(playback)).toEqual(asRun(results.journeys[0]!));
  for (const minute of scrubTimes(playback)) {
    const shown = standing(playback, minute);
    expect([minute, shown]).toEqual([minute, [...runUntil(run, minute, played).inFlight]]);
    const whole = runWithHorizon(journey, minute, played);
    if (whole) expect([minute, shown]).toEqual([minute, [...whole.inFlight]]);
  }
}

describe('what stands at each step at ten times is what a run counts that ends then', () => {
  it.each(SAMPLE_NAMES)('in the template %s', (name) => {
    holds(openSample(name), SAMPLE);
  });

  it('in random journeys', () => {
    const played = { rows: 2_000, contacts: 300 };
    fc.assert(
      fc.property(
        fc.oneof(livelyJourney, runnableJourney, busyJourney),
        randomPolicies,
        fc.nat(1e6),
        (journey, policies, seed) => holds(journey, { ...played, policies, seed }),
      ),
      { numRuns: 60, seed: 11 },
    );
  });

  it('where contacts share budgets and rate limits', () => {
    const played = { rows: 2_000, contacts: 300 };
    fc.assert(
      fc.property(busyJourney, sharedPolicies, fc.nat(1e6), (journey, policies, seed) =>
        holds(journey, { ...played, policies, seed }),
      ),
      { numRuns: 30, seed: 12 },
    );
  });
});

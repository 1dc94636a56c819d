import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arrivedBy,
  movesBetween,
  nextEvent,
  visitAt,
  WAY,
  type Playback,
} from '../../src/analytics/playback.ts';
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
    const cut = runUntil(run, minute, played);
    expect([minute, shown]).toEqual([minute, [...cut.inFlight]]);
    const come = playback.steps.map((_, place) => arrivedBy(playback, place, minute));
    expect([minute, come]).toEqual([minute, [...cut.entered]]);
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

describe('a playback', () => {
  const run = play(openSample('abandoned-cart'), { rows: 2_000, contacts: 500 });
  if (!run) throw new Error('the sample cannot run');
  const { playback } = run;
  const { visits, endMinute, steps, entryMinutes } = playback;

  it('gives every move once, however time is divided', () => {
    const times = [-1, 0, 1, 700, 1440, 1441, 9000, 50_000, endMinute];
    const parts = times.slice(1).map((upTo, k) => [...movesBetween(playback, times[k]!, upTo)]);
    expect(parts.flat()).toEqual([...visits.moves]);
    parts.forEach((rows, k) => {
      for (const row of rows) {
        expect(visits.leave[row]).toBeGreaterThan(times[k]!);
        expect(visits.leave[row]).toBeLessThanOrEqual(times[k + 1]!);
      }
    });
    expect([...movesBetween(playback, 9000, 700)]).toEqual([]);
  });

  it('has each move end where the contact’s next visit begins, in the same minute', () => {
    for (const row of visits.moves) {
      expect(visits.contact[row + 1]).toBe(visits.contact[row]);
      expect(visits.arrive[row + 1]).toBe(visits.leave[row]);
      expect(visits.step[row + 1]).toBe(steps[visits.step[row]!]!.targets[visits.exit[row]!]);
    }
  });

  it('says of each contact where it stands, which adds up to how many stand there', () => {
    for (const minute of scrubTimes(playback)) {
      const counts = steps.map(() => 0);
      playback.people.forEach((_, contact) => {
        const row = visitAt(playback, contact, minute);
        if (row !== undefined) counts[visits.step[row]!]!++;
      });
      expect(counts).toEqual(standing(playback, minute));
    }
  });

  it('says when something happens next', () => {
    const minutes = [...new Set([...entryMinutes, ...visits.leave])].filter((minute) => minute < endMinute);
    const sorted = minutes.sort((a, b) => a - b);
    sorted.slice(0, 200).forEach((minute, at) => expect(nextEvent(playback, minute)).toBe(sorted[at + 1]));
    expect(nextEvent(playback, endMinute)).toBeUndefined();
  });
});

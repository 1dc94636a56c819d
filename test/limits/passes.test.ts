import { describe, expect, it } from 'vitest';
import { normalCumulative } from '../../src/analytics/chance.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { minutes } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { anybody, programOf, run } from '../support/simulate.ts';

const CONTACTS = 300;
/** The most passes that `maxPasses` may allow (docs/journey-format.md). */
const MOST = 4095;

const minute = step('wait', { until: { type: 'duration', minutes: minutes(1) } });

/** Around and around, one minute a pass. */
function runLoop(maxPasses: number, horizon: number, own?: number) {
  const journey = draft(
    { pause: { ...minute, ...(own === undefined ? {} : { maxPasses: own }) } },
    ['entry-1.next > pause', 'pause.next > pause'],
    { horizonMinutes: minutes(horizon), maxPasses },
  );
  const program = programOf(journey);
  return readResults(program, run(program, { contacts: CONTACTS, seed: 2 }));
}

describe(`a loop that may be passed ${MOST} times`, () => {
  it('is left by everybody at the next arrival, in the minute of that arrival', () => {
    // Contacts are in at minute 0, so that arrival k is at minute k − 1 and the one too many at minute MOST.
    const whole = runLoop(MOST, MOST + 1);
    expect(whole.loopBound('pause')).toBe(CONTACTS);
    expect(whole.inFlight('pause')).toBe(0);
    expect(whole.exit('pause', 'next')).toBe(CONTACTS * MOST);
    expect(whole.entered('pause')).toBe(CONTACTS * (MOST + 1));
    const minuteShort = runLoop(MOST, MOST);
    expect(minuteShort.loopBound('pause')).toBe(0);
    expect(minuteShort.inFlight('pause')).toBe(CONTACTS);
  });

  it('is bounded by the step’s own limit before the journey’s', () => {
    const own = runLoop(10, MOST + 1, MOST);
    expect(own.loopBound('pause')).toBe(CONTACTS);
    expect(own.exit('pause', 'next')).toBe(CONTACTS * MOST);
    expect(runLoop(MOST, MOST + 1, 10).exit('pause', 'next')).toBe(CONTACTS * 10);
  });

  it('draws anew at every pass: the time that it takes is a sum of as many tosses', () => {
    const contacts = 2_000;
    // Each pass takes one minute or two; whoever is out before this minute had at most `spare` long passes.
    const outBefore = (horizon: number) => {
      const journey = draft(
        { pause: step('wait', { until: { type: 'random', from: minutes(1), to: minutes(2) } }) },
        ['entry-1.next > pause', 'pause.next > pause'],
        { horizonMinutes: minutes(horizon), maxPasses: MOST },
      );
      const program = programOf(journey);
      return readResults(program, run(program, { contacts, seed: 3 })).loopBound('pause');
    };
    const deviation = Math.sqrt(MOST) / 2;
    for (const z of [-1, 0, 1]) {
      const spare = Math.round(MOST / 2 + z * deviation);
      // Were some passes to share their draws, the sum would spread more and fewer would be out at +1.
      const share = normalCumulative((spare + 0.5 - MOST / 2) / deviation);
      expect(Math.abs(binomialZ(outBefore(MOST + spare + 1), contacts, share)), `z ${z}`).toBeLessThan(3.29);
    }
    expect(outBefore(2 * MOST + 1)).toBe(contacts);
  });

  it.each([0, MOST + 1])('may not be passed %i times, and the sentence names the bound', (maxPasses) => {
    const journey = draft({ pause: minute }, ['entry-1.next > pause', 'pause.next > pause'], { maxPasses });
    const found = findProblems(journey, { schema: schemaOf(anybody), policies: NO_POLICIES });
    expect(found.find(({ code }) => code === 'max-passes-range')).toMatchObject({
      severity: 'error',
      words: `A contact may come to a step between 1 and ${MOST} times, not ${maxPasses}.`,
    });
  });
});

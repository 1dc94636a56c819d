import { describe, expect, it } from 'vitest';
import { days, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ, logNormalBelow } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 200_000;
const MOST = 6;
const clicked = 0.3;

/** A tap on a notification is its click; a week is asked for it, so that busy and quiet hours even out. */
const journey = draft(
  {
    nudge: step('message', {
      channel: 'push',
      response: {
        delivered: probability(1),
        opened: probability(clicked),
        clicked: probability(clicked),
        unsubscribed: probability(0),
      },
    }),
    check: step('check', { on: 'nudge' as never, responses: ['clicked'], windowMinutes: days(7) }),
    done: step('exit'),
  },
  ['entry-1.next > nudge', 'nudge.next > check', 'check.clicked > done', 'check.noResponse > nudge'],
  { horizonMinutes: days(70), heterogeneity: 'off', maxPasses: MOST },
);

describe('a loop that ends with an answer', () => {
  const program = programOf(journey);
  const { entered, ended, loopBound, sends } = readResults(
    program,
    run(program, { contacts: CONTACTS, seed: 3 }),
  );
  // A tap counts when the look comes within the week less the minute that the tap takes.
  const p = clicked * logNormalBelow(7 * 24 - 1 / 60, -0.92, 1.8);
  const q = 1 - p;

  it('ends after maxPasses for as many as a geometric law leaves over', () => {
    expect(Math.abs(binomialZ(loopBound('nudge'), CONTACTS, q ** MOST))).toBeLessThan(3.29);
    expect(ended('done')).toBe(CONTACTS - loopBound('nudge'));
  });

  it('sends as many messages as a cut-off geometric law has trials', () => {
    const mean = (1 - q ** MOST) / p;
    const square = Array.from({ length: MOST }, (_, k) => (2 * k + 1) * q ** k).reduce(
      (sum, part) => sum + part,
      0,
    );
    const deviation = Math.sqrt(CONTACTS * (square - mean * mean));
    expect(Math.abs(sends('nudge', 'sent') - CONTACTS * mean) / deviation).toBeLessThan(3.29);
  });

  it('counts arrivals, the one that bounces off the bound included', () => {
    expect(entered('nudge')).toBe(sends('nudge', 'sent') + loopBound('nudge'));
  });
});

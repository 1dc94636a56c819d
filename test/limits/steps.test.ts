import { describe, expect, it } from 'vitest';
import { partOf } from '../../src/engine/contacts.ts';
import { mergeResults } from '../../src/engine/merge.ts';
import { parseJourney } from '../../src/journey/format.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { MAX_STEPS } from '../../src/journey/limits.ts';
import { serializeJourney } from '../../src/journey/serializeJourney.ts';
import type { Step } from '../../src/journey/steps/index.ts';
import { days, minutes, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 2_000;
/** Of four steps each, between an entry and three steps at the end. */
const FORKS = (MAX_STEPS - 4) / 4;
const A_SHARE = 0.7;

/** Fork after fork: 70 in 100 wait a minute, the others get a message; both come to the next fork by an update. */
function chainOfForks(): Journey {
  const steps: Record<string, Step> = {};
  const links = ['entry-1.next > fork-0'];
  for (let k = 0; k < FORKS; k++) {
    steps[`fork-${k}`] = step('experiment', {
      arms: [
        { id: 'a', name: 'A', weight: A_SHARE * 100 },
        { id: 'b', name: 'B', weight: (1 - A_SHARE) * 100 },
      ],
    });
    steps[`wait-${k}`] = step('wait', { until: { type: 'duration', minutes: minutes(1) } });
    steps[`mail-${k}`] = step('message', { response: { unsubscribed: probability(0) } });
    steps[`join-${k}`] = step('update', { changes: [{ type: 'addScore', points: 1 }] });
    const next = k + 1 < FORKS ? `fork-${k + 1}` : 'last-1';
    links.push(`fork-${k}.a > wait-${k}`, `fork-${k}.b > mail-${k}`);
    links.push(`wait-${k}.next > join-${k}`, `mail-${k}.next > join-${k}`, `join-${k}.next > ${next}`);
  }
  steps['last-1'] = step('goal');
  steps['last-2'] = step('goal');
  steps['last-3'] = step('exit');
  links.push('last-1.next > last-2', 'last-2.next > last-3');
  return draft(steps, links, { horizonMinutes: days(30) });
}

describe(`a journey of ${MAX_STEPS} steps`, () => {
  const journey = chainOfForks();
  const program = programOf(journey);
  const { steps, entryStep } = program.journeys[0]!;
  const results = run(program, { contacts: CONTACTS, seed: 5 });
  const counted = results.journeys[0]!;
  const { entered, exit, ended, sends, unsent } = readResults(program, results);

  it('is read from its file and compiled whole', () => {
    expect(Object.keys(journey.steps)).toHaveLength(MAX_STEPS);
    expect(parseJourney(serializeJourney(journey))).toMatchObject({ ok: true, journey });
    expect(steps).toHaveLength(MAX_STEPS);
  });

  it('conserves contacts at every step, and passes each on to where its exit leads', () => {
    const arrivals = steps.map((_, index) => (index === entryStep ? CONTACTS : 0));
    let next = 0;
    steps.forEach(({ id, targets }, index) => {
      const exits = targets.map((target, at) => {
        const left = counted.exits[next + at]!;
        if (target >= 0) arrivals[target]! += left;
        return left;
      });
      next += targets.length;
      const reserved = [counted.exitRule, counted.loopBound, counted.ended, counted.inFlight];
      const gone = [...exits, ...reserved.map((of) => of[index]!)].reduce((sum, n) => sum + n, 0);
      expect(gone, id).toBe(counted.entered[index]);
    });
    expect([...counted.entered]).toEqual(arrivals);
    expect(results.stepsExecuted).toBe(arrivals.reduce<number>((sum, n) => sum + n, 0));
  });

  it('brings everybody through every fork to its end', () => {
    for (let k = 0; k < FORKS; k++) {
      expect(entered(`fork-${k}`)).toBe(CONTACTS);
      expect(exit(`fork-${k}`, 'a') + exit(`fork-${k}`, 'b')).toBe(CONTACTS);
      expect(sends(`mail-${k}`, 'sent') + unsent(`mail-${k}`)).toBe(exit(`fork-${k}`, 'b'));
    }
    expect(ended('last-3')).toBe(CONTACTS);
  });

  it('tosses anew at each of its forks', () => {
    let sum = 0;
    for (let k = 0; k < FORKS; k++) {
      const z = binomialZ(exit(`fork-${k}`, 'a'), CONTACTS, A_SHARE);
      // 1 in 10 000 at one fork, 1 in 40 at all of them.
      expect(Math.abs(z), `fork ${k}`).toBeLessThan(3.89);
      sum += z * z;
    }
    // Chi-square with 249 degrees of freedom: mean 249, variance 498.
    expect(Math.abs(sum - FORKS) / Math.sqrt(2 * FORKS)).toBeLessThan(3.29);
  });

  it('gives the same bytes however it is divided', () => {
    const parts = [2, 0, 1].map((part) => {
      const [from, to] = partOf(CONTACTS, part, 3);
      return run(program, {
        contacts: CONTACTS,
        seed: 5,
        range: { kind: 'range', from, to, of: CONTACTS },
      });
    });
    expect(parts.reduce(mergeResults)).toEqual(results);
  });
});

it(`a journey of ${MAX_STEPS + 1} steps is refused with its bound`, () => {
  const journey = chainOfForks();
  const more = { ...journey, steps: { ...journey.steps, more: step('goal') } };
  const parsed = parseJourney(JSON.stringify(more));
  if (parsed.ok) throw new Error('it was read');
  expect(parsed.problems.map(({ words }) => words).join()).toContain(`at most ${MAX_STEPS} entries`);
});

import { describe, expect, it } from 'vitest';
import { days, minutes } from '../../src/journey/units.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { draft, step } from '../support/draftJourney.ts';
import { anybody, run, tryCompileAll } from '../support/simulate.ts';

const CONTACTS = 60_000;
const SEEDS = [4, 5, 6];
const HANDLING = 5;
/** Handling times are rounded up to whole seconds. */
const MEAN_HANDLING = HANDLING + 0.5 / 60;

/** Mean minutes until taken, over everybody taken by one of `agents`, arrivals at random at a load of `load`. */
function meanWait(agents: number, load: number, seed: number): number {
  const perDay = (load * agents * 1440) / MEAN_HANDLING;
  const journey = draft(
    {
      'entry-1': step('entry', { trigger: { type: 'events', event: 'lead', perDay } }),
      sales: step('handoff', {
        serviceMinutes: minutes(0),
        capacity: { agents, handlingMinutes: minutes(HANDLING) },
      }),
      done: step('exit'),
    },
    ['entry-1.next > sales', 'sales.accepted > done'],
    { horizonMinutes: days(40), reEntry: { mode: 'afterExit' } },
  );
  const audience = { ...anybody, rows: CONTACTS };
  const compiled = tryCompileAll([journey], audience, NO_POLICIES, { stories: CONTACTS });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join());
  const sales = compiled.program.journeys[0]!.steps.findIndex(({ id }) => id === 'sales');
  let waited = 0;
  let taken = 0;
  for (const { events } of run(compiled.program, { contacts: CONTACTS, seed, audience }).stories.traces) {
    let arrived = -1;
    for (const { kind, minute, subject } of events) {
      if (kind === 'arrives' && subject === sales) arrived = minute;
      // The first two days fill the queue.
      if (kind !== 'leaves' || arrived < 0) continue;
      if (arrived > 2880) {
        waited += minute - arrived;
        taken++;
      }
      arrived = -1;
    }
  }
  // A contact joins at a second of its minute, 29.5 s on average, and leaves in the minute that has begun by then: 59.5 / 120 later.
  return waited / taken - 29.5 / 60 - 59 / 120;
}

/** Erlang's C: mean wait of M/M/c. */
function erlangC(agents: number, load: number): number {
  const offered = agents * load;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < agents; k++) sum += term *= offered / k;
  const last = (term * offered) / agents / (1 - load);
  return ((last / (sum + last)) * MEAN_HANDLING) / (agents * (1 - load));
}

describe('agents', () => {
  it('have the waiting times of M/M/c: the textbook value', () => {
    // M/M/5 at a load of 0.8: 0.5541 wait, 0.5541 · s.
    expect(erlangC(5, 0.8) / MEAN_HANDLING).toBeCloseTo(0.5541, 4);
  });

  // The standard error of the mean over three runs is 2 to 5 %; waits are correlated, the more so the higher the load.
  it.each([
    { agents: 1, load: 0.5, within: 0.1 },
    { agents: 1, load: 0.8, within: 0.15 },
    { agents: 5, load: 0.8, within: 0.1 },
    { agents: 5, load: 0.9, within: 0.15 },
  ])(
    'make $agents × load $load wait as Erlang’s formula says',
    ({ agents, load, within }) => {
      const waits = SEEDS.map((seed) => meanWait(agents, load, seed));
      const ratio = waits.reduce((sum, wait) => sum + wait, 0) / SEEDS.length / erlangC(agents, load);
      expect(Math.abs(ratio - 1), `ratio ${ratio.toFixed(3)}`).toBeLessThan(within);
    },
    60_000,
  );
});

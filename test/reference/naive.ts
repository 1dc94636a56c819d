import type { Columns, Program, ProgramStep } from '../../src/compile/program.ts';
import { CONTACT_KEY, draw } from '../../src/engine/random.ts';
import type { Results } from '../../src/engine/results.ts';
import { Agents } from './agents.ts';
import { Capacity } from './capacity.ts';
import { Clock } from './clock.ts';
import { Person } from './person.ts';
import type { Watched } from './sender.ts';
import { Tally } from './tally.ts';

/**
 * Runs the columns the plain way: one contact at a time, or minute by minute where contacts share something. Slow; what the engine must
 * equal, number for number. `watch` hears of every message sent.
 */
export function simulateNaively(
  program: Program,
  columns: Columns,
  seed: number,
  watch?: (sent: Watched) => void,
): Results {
  const tally = new Tally(program);
  const capacity = new Capacity(program);
  const agents = allAgents(program);
  const people = Array.from(
    { length: columns.count },
    (_, row) => new Person({ program, columns, row, seed, tally, capacity }, agents),
  );
  for (const { trips } of people) for (const trip of trips) trip.watch = watch;
  giveOutPlaces(program, people);
  const companies = program.chronological ? [people] : people.map((person) => [person]);
  for (const company of companies) runTogether(company, [...agents.values()], program.endMinute);
  for (const person of people) person.finish();
  return tally.results();
}

/** In the order of the journeys and steps. */
function allAgents(program: Program): ReadonlyMap<ProgramStep, Agents> {
  const agents = new Map<ProgramStep, Agents>();
  for (const { steps, zone, horizonMinute } of program.journeys) {
    for (const step of steps) {
      if (step.op.op === 'handoff' && step.op.queue)
        agents.set(step, new Agents(step.op.queue, { clock: new Clock(program), zone, horizonMinute }));
    }
  }
  return agents;
}

/** Under an entry cap the earliest get in, and of those who come in the same minute the smallest hashes. */
function giveOutPlaces(program: Program, people: readonly Person[]): void {
  program.journeys.forEach(({ entryCap }, journey) => {
    if (entryCap < 0) return;
    const coming = people
      .map((person) => ({
        trip: person.trips[journey]!,
        minute: person.trips[journey]!.firstEntry(),
        hash: draw(person.seed, CONTACT_KEY.ENTRY_CAP, person.number, 0),
        number: person.number,
      }))
      // Those who would never come by themselves are last. (Infinity − Infinity is no number.)
      .sort((a, b) => compare(a.minute, b.minute) || a.hash - b.hash || a.number - b.number);
    for (const { trip } of coming.slice(Math.max(1, entryCap))) trip.hasPlace = false;
  });
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Runs people from minute to minute in which something happens to somebody. */
function runTogether(people: readonly Person[], queues: readonly Agents[], endMinute: number): void {
  const diary = new Map(people.map((person) => [person, person.nextMinute()]));
  for (;;) {
    const minute = Math.min(...diary.values(), ...queues.map((queue) => queue.nextMinute()));
    if (minute >= endMinute) return;
    let busy = people.filter((person) => diary.get(person) === minute);
    for (const person of busy) person.answersCome(minute);
    do {
      takeTurns(busy, minute);
      for (const person of busy) diary.set(person, person.nextMinute());
      const served = queues.flatMap((queue) => queue.run(minute));
      busy = people.filter(({ number }) => served.includes(number));
    } while (busy.length > 0);
  }
}

/** Everyone acts; those who come to a shared step do so one after the other, by priority and rank. */
function takeTurns(people: readonly Person[], minute: number): void {
  for (;;) {
    const [first] = people
      .flatMap((person) => {
        const next = person.act(minute);
        return next ? [{ person, ...next }] : [];
      })
      .sort(
        (a, b) =>
          b.trip.journey.priority - a.trip.journey.priority ||
          a.person.rank - b.person.rank ||
          a.trip.place - b.trip.place ||
          a.person.number - b.person.number,
      );
    if (!first) return;
    first.act.run();
  }
}

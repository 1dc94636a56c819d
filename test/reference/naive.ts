import type { Columns, Program } from '../../src/compile/program.ts';
import { CONTACT_KEY, draw } from '../../src/engine/random.ts';
import type { Results } from '../../src/engine/results.ts';
import { Person } from './person.ts';
import { Tally } from './tally.ts';

/** Runs the columns one contact at a time. Slow; what the engine must equal, number for number. */
export function simulateNaively(program: Program, columns: Columns, seed: number): Results {
  const tally = new Tally(program);
  const people = Array.from(
    { length: columns.count },
    (_, row) => new Person({ program, columns, row, seed, tally }),
  );
  const places = placesUnderCap(program, people, seed);
  for (const person of people)
    person.run(places === undefined || places.has(person) || person.firstEntry() === undefined);
  return tally.results();
}

/** Who gets in when not everyone may: the earliest, and of those who come in the same minute the smallest hashes. */
function placesUnderCap(
  program: Program,
  people: readonly Person[],
  seed: number,
): ReadonlySet<Person> | undefined {
  const { entryCap } = program.journeys[0]!;
  if (entryCap < 0) return undefined;
  const coming = people
    .map((person) => ({
      person,
      minute: person.firstEntry(),
      hash: draw(seed, CONTACT_KEY.ENTRY_CAP, person.contact, 0),
    }))
    .filter(({ minute }) => minute !== undefined)
    .sort((a, b) => a.minute! - b.minute! || a.hash - b.hash || a.person.contact - b.person.contact);
  return new Set(coming.slice(0, Math.max(1, entryCap)).map(({ person }) => person));
}

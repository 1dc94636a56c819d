import type { Columns, Program } from '../compile/program.ts';
import { Arrivals, entryHash, type EntryCutoff } from './arrivals.ts';
import { Block } from './block.ts';
import { Chronology } from './chronological.ts';
import { Crowd } from './crowd.ts';
import type { Detailing } from './detailBook.ts';
import { BLOCK_CONTACTS } from './memory.ts';
import { People } from './people.ts';
import { MOST_CHRONOLOGICAL, type OnProgress } from './protocol.ts';
import { inServingOrder, outcomesByNumber, servingOrder } from './ranked.ts';
import type { Results } from './results.ts';
import { NEVER } from './tables.ts';
import { SharedCapacity } from './sharedCapacity.ts';
import { Walk } from './walk.ts';

/** Per journey, who is the last to get in; undefined where everyone does. */
export type EntryCutoffs = readonly (EntryCutoff | undefined)[];

/** What only some runs need. */
export interface RunMeans {
  readonly onProgress?: OnProgress | undefined;
  /** Needed where the Program asks for detail. */
  readonly detailing?: Detailing | undefined;
}

const NO_OUTPUTS: Program['outputs'] = { detail: false, segments: [], outcomes: false, paths: 0, stories: 0 };

/**
 * Runs one shard of contacts through the Program's journeys. The columns stay the caller's; the results are new. Shards of the same run
 * add up to the same bytes however the contacts are divided (`mergeResults`), unless the Program is chronological: that must be one shard.
 */
export function runShard(
  program: Program,
  columns: Columns,
  seed: number,
  cutoffs: EntryCutoffs = [],
  means: RunMeans = {},
): Results {
  if (program.chronological) return runTogether(program, columns, seed, cutoffs, means);
  const people = new People(program, columns, seed, means.detailing);
  const walks = walksOf(people, cutoffs);
  runApart(people, walks);
  return resultsOf(people, walks);
}

function walksOf(people: People, cutoffs: EntryCutoffs): Walk[] {
  return people.program.journeys.map((_, place) => {
    const block = new Block(people, place);
    return new Walk(block, new Arrivals(block, cutoffs[place]));
  });
}

/** Contacts that share capacity. */
function runTogether(
  program: Program,
  columns: Columns,
  seed: number,
  cutoffs: EntryCutoffs,
  { onProgress, detailing }: RunMeans,
): Results {
  const { count } = columns;
  if (count > MOST_CHRONOLOGICAL)
    throw new RangeError(
      `a run that shares capacity takes at most ${MOST_CHRONOLOGICAL} contacts, not ${count}`,
    );
  const order = servingOrder(columns, seed | 0);
  const people = new People(program, inServingOrder(columns, order), seed, detailing);
  const walks = walksOf(people, cutoffs);
  const blocks = walks.map(({ block }) => block);
  const capacity = new SharedCapacity(program, count);
  for (const block of blocks) block.capacity = capacity;
  const crowd = new Crowd(people, walks, capacity);
  new Chronology(people, blocks, crowd, capacity).run(onProgress);
  const results = resultsOf(people, walks);
  return { ...results, outcomes: results.outcomes && outcomesByNumber(results.outcomes, order) };
}

/** Contacts that do not interact: block by block, in columns when nothing but one journey happens to them. */
function runApart(people: People, walks: readonly Walk[]): void {
  const { columns, size } = people;
  const blocks = walks.map(({ block }) => block);
  const [only] = walks;
  const crowd = walks.length === 1 ? undefined : new Crowd(people, walks);
  for (let base = 0; base < columns.count; base += size) {
    load(people, blocks, base, Math.min(size, columns.count - base));
    if (crowd === undefined) only!.run();
    else crowd.run();
    people.finish();
  }
}

function load(people: People, blocks: readonly Block[], base: number, count: number): void {
  people.log.clear();
  people.tracer?.load(base, count);
  for (const { detail } of blocks) detail?.load(base, count);
  people.load(base, count);
  for (const block of blocks) block.load();
}

function resultsOf({ columns, audience, outcomes, tracer }: People, walks: readonly Walk[]): Results {
  const blocks = walks.map(({ block }) => block);
  const journeys = blocks.map(({ results, detail, droppedEntries, notEligible, overEntryCap }) => ({
    ...results,
    detail: detail?.results,
    droppedEntries,
    notEligible,
    overEntryCap,
  }));
  const steps = journeys.map(({ entered }) => entered.reduce((sum, n) => sum + n, 0));
  return {
    contacts: columns.count,
    stepsExecuted: steps.reduce((sum, n) => sum + n, 0),
    audience,
    journeys,
    outcomes: outcomes?.columns,
    paths: tracer?.paths ?? { most: 0, traces: [] },
    stories: tracer?.stories ?? { most: 0, traces: [] },
  };
}

/** When each contact of the columns would come into a journey first if there were no entry cap; those that never do are left out, or last where there are several journeys. */
export function firstEntries(program: Program, columns: Columns, seed: number, place: number): EntryCutoff[] {
  const people = new People({ ...program, outputs: NO_OUTPUTS }, columns, seed);
  const block = new Block(people, place);
  const arrivals = new Arrivals(block, undefined);
  const entries: EntryCutoff[] = [];
  for (let base = 0; base < columns.count; base += BLOCK_CONTACTS) {
    load(people, [block], base, Math.min(BLOCK_CONTACTS, columns.count - base));
    for (let i = 0; i < block.count; i++) {
      const minute = arrivals.next(i, -1);
      const contact = block.contact[i]!;
      // Where other journeys may bring somebody in who would not come unaided, those come last.
      if (minute >= 0 || program.journeys.length > 1)
        entries.push({ minute: minute < 0 ? NEVER : minute, hash: entryHash(seed | 0, contact), contact });
    }
  }
  return entries;
}

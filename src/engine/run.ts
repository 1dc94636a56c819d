import type { Columns, Program } from '../compile/program.ts';
import { Arrivals, entryHash, type EntryCutoff } from './arrivals.ts';
import { BLOCK_CONTACTS, Block } from './block.ts';
import type { Results } from './results.ts';
import { Walk } from './walk.ts';

/**
 * Runs one shard of contacts through the Program's journey. The columns stay the caller's; the results are new.
 * Shards of the same run add up to the same bytes however the contacts are divided (`mergeResults`).
 */
export function runShard(program: Program, columns: Columns, seed: number, cutoff?: EntryCutoff): Results {
  const block = newBlock(program, columns, seed);
  const walk = new Walk(block, new Arrivals(block, cutoff));
  eachBlock(block, columns.count, () => walk.run());
  const { results, droppedEntries, notEligible, overEntryCap } = block;
  const journey = { ...results, droppedEntries, notEligible, overEntryCap };
  return {
    contacts: columns.count,
    stepsExecuted: results.entered.reduce((sum, n) => sum + n, 0),
    journeys: [journey],
  };
}

/** When each contact of the columns would come in first if there were no entry cap; those that never do are left out. */
export function firstEntries(program: Program, columns: Columns, seed: number): EntryCutoff[] {
  const block = newBlock(program, columns, seed);
  const arrivals = new Arrivals(block, undefined);
  const entries: EntryCutoff[] = [];
  eachBlock(block, columns.count, () => {
    for (let i = 0; i < block.count; i++) {
      const minute = arrivals.next(i, -1);
      const contact = block.contact[i]!;
      if (minute >= 0) entries.push({ minute, hash: entryHash(seed | 0, contact), contact });
    }
  });
  return entries;
}

function newBlock(program: Program, columns: Columns, seed: number): Block {
  const [journey] = program.journeys;
  if (journey === undefined || program.journeys.length > 1)
    throw new RangeError(`invalid journeys: ${program.journeys.length}`);
  return new Block(program, journey, columns, seed);
}

function eachBlock(block: Block, contacts: number, visit: () => void): void {
  for (let base = 0; base < contacts; base += BLOCK_CONTACTS) {
    block.load(base, Math.min(BLOCK_CONTACTS, contacts - base));
    visit();
  }
}

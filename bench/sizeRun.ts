import { mergeResults } from '../src/engine/merge.ts';
import type { Results } from '../src/engine/results.ts';
import { seconds } from './measure.ts';
import { checked, columnsOf, PART, runParts } from './subject.ts';

/** What `sizeRun.js CONTACTS RUNS` prints: shard runs in a process of their own, so that its peak memory is theirs. */
export interface SizeRun {
  /** Of all runs together; seconds of the engine alone. */
  readonly steps: number;
  readonly seconds: number;
  readonly peakBytes: number;
}

/** Enough for the compiler to have seen the engine, so that a short run is not timed cold. */
const WARMING = 100_000;

/** Runs contacts 0 … `contacts` a part at a time, as a shard does, and answers the engine's seconds. */
function run(contacts: number): { steps: number; seconds: number } {
  const total: { results?: Results; seconds: number } = { seconds: 0 };
  for (let from = 0; from < contacts; from += PART) {
    const columns = columnsOf(contacts, from, Math.min(from + PART, contacts));
    total.seconds += seconds(() => {
      const part = runParts([columns]);
      total.results = total.results === undefined ? part : mergeResults(total.results, part);
    });
  }
  if (total.results === undefined) throw new RangeError(`invalid contacts: ${contacts}`);
  checked(total.results);
  return { steps: total.results.stepsExecuted, seconds: total.seconds };
}

const [contacts = 0, runs = 0] = process.argv.slice(2).map(Number);
run(WARMING);
const turns = Array.from({ length: runs }, () => run(contacts));
const found: SizeRun = {
  steps: turns.reduce((sum, turn) => sum + turn.steps, 0),
  seconds: turns.reduce((sum, turn) => sum + turn.seconds, 0),
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
console.log(JSON.stringify(found));

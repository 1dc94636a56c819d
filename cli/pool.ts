import { Worker } from 'node:worker_threads';
import type { AudienceSource } from '../src/audience/audience.ts';
import type { Program } from '../src/compile/program.ts';
import { mergeResults } from '../src/engine/merge.ts';
import type { ContactRange } from '../src/engine/protocol.ts';
import type { Results } from '../src/engine/results.ts';
import type { ShardMessage } from './shard.ts';
import { shareAudience } from './shareAudience.ts';

export interface PooledRun {
  readonly program: Program;
  readonly source: AudienceSource;
  readonly seed: number;
  /** At least one. */
  readonly parts: readonly ContactRange[];
  readonly workers: number;
  /** Called as parts end, 0 … 1. */
  readonly onProgress: (share: number) => void;
}

/** Runs all parts on worker threads and adds their results up. Threads take the next part as they become free. */
export async function runPooled(run: PooledRun): Promise<Results> {
  const source = shareAudience(run.source);
  const queue = [...run.parts];
  const workers: Worker[] = [];
  let total: Results | undefined;
  let done = 0;
  const take = (results: Results) => {
    total = total ? mergeResults(total, results) : results;
    run.onProgress(++done / run.parts.length);
  };
  const open: ShardMessage = { type: 'open', source, program: run.program, seed: run.seed };
  try {
    await Promise.all(
      Array.from({ length: Math.min(run.workers, run.parts.length) }, () => {
        const worker = new Worker(new URL('./shard.js', import.meta.url));
        workers.push(worker);
        worker.postMessage(open);
        return workOff(worker, queue, take);
      }),
    );
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  if (!total) throw new RangeError('a run needs at least one part');
  return total;
}

/** Gives a thread one part after the other until none is left. Rejects when the thread breaks. */
function workOff(worker: Worker, queue: ContactRange[], take: (results: Results) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const contacts = queue.shift();
      if (contacts === undefined) resolve();
      else worker.postMessage({ type: 'run', contacts } satisfies ShardMessage);
    };
    worker.on('message', (results: Results) => {
      take(results);
      next();
    });
    worker.once('error', reject);
    worker.once('messageerror', reject);
    worker.once('exit', () => reject(new Error('a worker thread ended before its work was done')));
    next();
  });
}

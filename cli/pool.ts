import type { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { AudienceSource } from '../src/audience/audience.ts';
import type { Program } from '../src/compile/program.ts';
import { mergeResults } from '../src/engine/merge.ts';
import { MergeTree } from '../src/engine/mergeTree.ts';
import type { ContactRange } from '../src/engine/protocol.ts';
import type { Results } from '../src/engine/results.ts';
import { Refusal, sentenceOf } from './refusal.ts';
import type { ShardAnswer, ShardMessage } from './shard.ts';
import { shareAudience } from './shareAudience.ts';

export interface PooledRun {
  readonly program: Program;
  readonly source: AudienceSource;
  readonly seed: number;
  /** At least one. */
  readonly parts: readonly ContactRange[];
  readonly workers: number;
  /** Called as parts end, and within parts that take long, 0 … 1. */
  readonly onProgress: (share: number) => void;
  /** Called when a thread died and its part is run once more. */
  readonly onDeath?: (words: string) => void;
}

/** As much of a worker thread as a pool asks of one. */
export interface Thread extends EventEmitter {
  postMessage(message: ShardMessage): void;
  terminate(): Promise<unknown>;
}

/**
 * Runs all parts on worker threads and adds their results up. Threads take the next part as they become free. One that dies is
 * replaced and its part run once more; a part at which two die is given up, and the run with it.
 */
export async function runPooled(
  run: PooledRun,
  start: () => Thread = () => new Worker(new URL('./shard.js', import.meta.url)),
): Promise<Results> {
  const { program, seed, parts } = run;
  const open: ShardMessage = { type: 'open', source: shareAudience(run.source), program, seed };
  const sums = new MergeTree(parts.length, mergeResults);
  const queue = [...parts.entries()];
  const threads: PoolThread[] = [];
  const begin = (): PoolThread => {
    const thread = new PoolThread(start(), open);
    threads.push(thread);
    return thread;
  };
  let done = 0;
  let isOver = false;
  const workOff = async (): Promise<void> => {
    let thread = begin();
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [place, part] = next;
      const onShare = (share: number): void => run.onProgress((done + share) / parts.length);
      const results = await thread.run(part, onShare).catch((death: unknown) => {
        if (isOver) throw death;
        run.onDeath?.(
          `a worker thread died (${sentenceOf(death)}); ${partWords(part)} are simulated once more`,
        );
        thread = begin();
        return thread.run(part, onShare).catch((again: unknown) => giveUp(part, again));
      });
      sums.add(place, results);
      run.onProgress(++done / parts.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(run.workers, parts.length) }, workOff));
  } finally {
    isOver = true;
    await Promise.all(threads.map((thread) => thread.end()));
  }
  return sums.total;
}

class PoolThread {
  readonly #thread: Thread;
  readonly #death: Promise<never>;
  #answer: (answer: ShardAnswer) => void = () => undefined;

  constructor(thread: Thread, open: ShardMessage) {
    this.#thread = thread;
    this.#death = new Promise<never>((_, reject) => {
      thread.on('error', reject);
      thread.on('messageerror', reject);
      thread.on('exit', (code: number) => reject(new Error(`it ended by itself with code ${code}`)));
    });
    // A thread that dies while nobody asks anything of it is noticed at the next part.
    this.#death.catch(() => undefined);
    thread.on('message', (answer: ShardAnswer) => this.#answer(answer));
    thread.postMessage(open);
  }

  run(contacts: ContactRange, onShare: (share: number) => void): Promise<Results> {
    const answer = new Promise<Results>((resolve) => {
      this.#answer = (heard) => (heard.type === 'share' ? onShare(heard.share) : resolve(heard.results));
    });
    this.#thread.postMessage({ type: 'run', contacts });
    return Promise.race([answer, this.#death]);
  }

  end(): Promise<unknown> {
    return this.#thread.terminate();
  }
}

function giveUp(part: ContactRange, death: unknown): never {
  throw new Refusal(
    `the simulation stopped: two worker threads died, one after the other, while ${partWords(part)} were simulated (${sentenceOf(death)}); if memory is short, fewer --workers or more --shards may help`,
    1,
  );
}

function partWords(range: ContactRange): string {
  return range.kind === 'range'
    ? `contacts ${range.from} to ${range.to - 1}`
    : `the contacts of part ${range.part + 1} of ${range.parts}`;
}

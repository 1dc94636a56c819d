import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { runPooled, type PooledRun, type Thread } from '../../cli/pool.ts';
import type { ShardMessage } from '../../cli/shard.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { compile } from '../../src/compile/compile.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { draft, step } from '../support/draftJourney.ts';

const CONTACTS = 4_000;
const PARTS = 8;

const compiled = compile({
  journeys: [draft({ mail: step('message') }, ['entry-1.next > mail'])],
  schema: sampleSchema(CONTACTS),
  policies: NO_POLICIES,
  calibration: BENCHMARKS_ONLY,
});
if (!compiled.ok) throw new Error('does not compile');

const calm: PooledRun = {
  program: compiled.program,
  source: sampleSource(CONTACTS),
  seed: 3,
  parts: partition(CONTACTS, CONTACTS, PARTS),
  workers: 2,
  onProgress: () => undefined,
};

type Death = 'error' | 'exit' | 'messageerror';

/** Does what `cli/shard.ts` does, in this thread; dies instead of answering its `deadly`th part. */
class FakeThread extends EventEmitter implements Thread {
  readonly #work = new ShardWork();
  readonly #deadly: number;
  readonly #death: Death;
  #opened: Extract<ShardMessage, { type: 'open' }> | undefined;
  #asked = 0;
  ended = false;

  constructor(deadly = Infinity, death: Death = 'error') {
    super();
    this.#deadly = deadly;
    this.#death = death;
  }

  postMessage(message: ShardMessage): void {
    setImmediate(() => {
      if (!this.ended) this.#take(message);
    });
  }

  #take(message: ShardMessage): void {
    if (message.type === 'open') {
      this.#opened = message;
      this.#work.open(message.source);
    } else if (++this.#asked === this.#deadly) {
      this.ended = true;
      if (this.#death !== 'exit') this.emit(this.#death, new Error('out of memory'));
      this.emit('exit', 1);
    } else {
      const { program, seed } = this.#opened!;
      this.emit('message', {
        type: 'results',
        results: this.#work.run({ program, seed, contacts: message.contacts }),
      });
    }
  }

  terminate(): Promise<number> {
    this.ended = true;
    this.emit('exit', 1);
    return Promise.resolve(1);
  }
}

/** Runs with these threads, then with healthy ones; keeps them all. */
async function runWith(threads: readonly FakeThread[], change: Partial<PooledRun> = {}) {
  const waiting = [...threads];
  const started: FakeThread[] = [];
  const said: string[] = [];
  const shares: number[] = [];
  const results = runPooled(
    { ...calm, onDeath: (words) => said.push(words), onProgress: (share) => shares.push(share), ...change },
    () => {
      const thread = waiting.shift() ?? new FakeThread();
      started.push(thread);
      return thread;
    },
  );
  const ended = await results.then(
    (value) => ({ value, error: undefined }),
    (error: unknown) => ({ value: undefined, error }),
  );
  return { ...ended, started, said, shares };
}

describe('a run on worker threads', () => {
  it.each([
    ['error', 'out of memory'],
    ['messageerror', 'out of memory'],
    ['exit', 'it ended by itself with code 1'],
  ] as const)('runs the part of a thread that dies (%s) once more, and says so', async (death, why) => {
    const undisturbed = await runWith([]);
    expect(undisturbed.value?.contacts).toBe(CONTACTS);
    expect(undisturbed.said).toEqual([]);
    expect(undisturbed.started).toHaveLength(2);
    const disturbed = await runWith([new FakeThread(), new FakeThread(2, death)]);
    expect(disturbed.value).toEqual(undisturbed.value);
    expect(disturbed.said).toHaveLength(1);
    expect(disturbed.said[0]).toMatch(
      new RegExp(`^a worker thread died \\(${why}\\); contacts \\d+ to \\d+ are simulated once more$`),
    );
    expect(disturbed.started).toHaveLength(3);
    expect(disturbed.shares).toEqual(Array.from({ length: PARTS }, (_, k) => (k + 1) / PARTS));
  });

  it('goes on when a part dies on each thread, one after the other', async () => {
    const undisturbed = await runWith([]);
    // The replacement takes the part that was lost and dies at its second.
    const disturbed = await runWith([new FakeThread(1), new FakeThread(3), new FakeThread(2)]);
    expect(disturbed.value).toEqual(undisturbed.value);
    expect(disturbed.said).toHaveLength(3);
  });

  it('gives up at the second death over one part, names the contacts, and leaves no thread behind', async () => {
    const { value, error, said, started } = await runWith([
      new FakeThread(1),
      new FakeThread(Infinity),
      new FakeThread(1, 'exit'),
    ]);
    expect(value).toBeUndefined();
    expect(error).toMatchObject({
      name: 'Refusal',
      exitCode: 1,
      message:
        'the simulation stopped: two worker threads died, one after the other, while contacts 0 to 499 were simulated (it ended by itself with code 1); if memory is short, fewer --workers or more --shards may help',
    });
    expect(said).toHaveLength(1);
    expect(started).toHaveLength(3);
    expect(started.every(({ ended }) => ended)).toBe(true);
  });

  it('names the part of a sample, which has no neighbours', async () => {
    const parts = partition(400, CONTACTS, 4);
    const { said } = await runWith([new FakeThread(1)], { parts, workers: 1 });
    expect(said).toEqual([
      'a worker thread died (out of memory); the contacts of part 1 of 4 are simulated once more',
    ]);
  });
});

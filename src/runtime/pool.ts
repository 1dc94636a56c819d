import * as Comlink from 'comlink';
import type { AudienceSource } from '../audience/audience.ts';
import type { Program } from '../compile/program.ts';
import { mergeWith } from '../engine/merge.ts';
import { MergeTree } from '../engine/mergeTree.ts';
import type { ContactRange, OnProgress, ShardRequest, SimulationWorker } from '../engine/protocol.ts';
import type { Results } from '../engine/results.ts';

/** A worker that says nothing for so long is given up: a dead one never answers a Comlink call. */
const SILENCE_LIMIT_MS = 120_000;

export type StartWorker = () => Worker;

export interface PooledRun {
  readonly program: Program;
  readonly seed: number;
  /** At least one. */
  readonly parts: readonly ContactRange[];
  readonly onProgress?: (share: number) => void;
  /** Called when a worker died and its part is run once more. */
  readonly onDeath?: () => void;
}

/** Workers that hold one audience and run parts of journeys over it. A worker that dies is replaced and its part run once more. */
export class Pool {
  readonly #start: StartWorker;
  readonly #workers: PoolWorker[];
  #closed: Error | undefined;

  constructor(source: AudienceSource, size: number, start: StartWorker = startWorker) {
    this.#start = start;
    this.#workers = Array.from({ length: size }, () => new PoolWorker(start, source));
  }

  get size(): number {
    return this.#workers.length;
  }

  /** Runs all parts and adds their results up; workers take the next part as they become free. */
  async run({ program, seed, parts, onProgress, onDeath }: PooledRun): Promise<Results> {
    const merge = mergeWith(
      program.outputs.detail ? (await import('../engine/mergeDetails.ts')).mergeDetails : undefined,
    );
    const sums = new MergeTree(parts.length, merge);
    const queue = [...parts.entries()];
    let done = 0;
    const workOff = async (place: number): Promise<void> => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [part, contacts] = next;
        const request = { program, seed, contacts };
        const results = await this.#runPart(place, request, {
          onProgress: (share) => onProgress?.((done + share) / parts.length),
          onDeath: () => onDeath?.(),
        });
        sums.add(part, results);
        onProgress?.(++done / parts.length);
      }
    };
    await Promise.all(this.#workers.map((_, place) => workOff(place)));
    return sums.total;
  }

  /** Ends all workers at once; runs under way reject with `reason`. */
  close(reason: Error): void {
    this.#closed = reason;
    for (const worker of this.#workers) worker.end(reason);
  }

  async #runPart(
    place: number,
    request: ShardRequest,
    { onProgress, onDeath }: { readonly onProgress: OnProgress; readonly onDeath: () => void },
  ): Promise<Results> {
    const worker = this.#workers[place];
    if (worker === undefined) throw new RangeError(`invalid worker: ${place}`);
    try {
      return await worker.run(request, onProgress);
    } catch (death) {
      if (this.#closed !== undefined) throw this.#closed;
      if (!(death instanceof WorkerDied)) throw death;
      onDeath();
      const replacement = new PoolWorker(this.#start, worker.source);
      this.#workers[place] = replacement;
      return replacement.run(request, onProgress);
    }
  }
}

/** The worker is gone; what it was doing can be tried on another. */
class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

class PoolWorker {
  readonly source: AudienceSource;
  readonly #worker: Worker;
  readonly #remote: Comlink.Remote<SimulationWorker<AudienceSource>>;
  readonly #failure: Promise<never>;
  #fail: (reason: Error) => void = () => undefined;
  #opened: Promise<void> | undefined;

  constructor(start: StartWorker, source: AudienceSource) {
    this.source = source;
    this.#worker = start();
    this.#remote = Comlink.wrap<SimulationWorker<AudienceSource>>(this.#worker);
    this.#failure = new Promise<never>((_, reject) => (this.#fail = reject));
    // A worker that dies while nobody asks anything of it is noticed at the next call.
    this.#failure.catch(() => undefined);
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.end(
        new WorkerDied(`The simulation stopped: ${event.message || 'its worker could not be started'}.`),
      );
    });
    this.#worker.addEventListener('messageerror', () =>
      this.end(new WorkerDied('The simulation stopped: a result could not be read.')),
    );
  }

  async run(request: ShardRequest, onProgress: OnProgress): Promise<Results> {
    const giveUp = () => this.end(new WorkerDied('The simulation stopped answering. Run it again.'));
    let limit = setTimeout(giveUp, SILENCE_LIMIT_MS);
    const heard = (share: number): void => {
      clearTimeout(limit);
      limit = setTimeout(giveUp, SILENCE_LIMIT_MS);
      onProgress(share);
    };
    // Other parts are too short to be told about.
    const told = request.program.chronological ? Comlink.proxy(heard) : undefined;
    try {
      this.#opened ??= Promise.race([Promise.resolve(this.#remote.open(this.source)), this.#failure]);
      await this.#opened;
      return await Promise.race([this.#remote.run(request, told), this.#failure]);
    } finally {
      clearTimeout(limit);
    }
  }

  end(reason: Error): void {
    this.#fail(reason);
    this.#worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/simulate.worker.ts', import.meta.url), { type: 'module' });
}

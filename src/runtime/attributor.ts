import * as Comlink from 'comlink';
import type {
  AttributingWorker,
  AttributionRequest,
  Credit,
  TouchedRun,
} from '../analytics/attribution/attributionWork.ts';
import type { StartWorker } from './pool.ts';

/** A worker that holds the touches of one run and credits them by whatever rules are asked for. */
export class Attributor {
  readonly #worker: Worker;
  readonly #remote: Comlink.Remote<AttributingWorker>;
  readonly #failure: Promise<never>;
  #fail: (reason: Error) => void = () => undefined;
  #answering: Promise<unknown> = Promise.resolve();
  #newest = 0;

  constructor(run: TouchedRun, start: StartWorker = startWorker) {
    this.#worker = start();
    this.#remote = Comlink.wrap<AttributingWorker>(this.#worker);
    this.#failure = new Promise<never>((_, reject) => (this.#fail = reject));
    this.#failure.catch(() => undefined);
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(new Error(`Attribution stopped: ${event.message || 'its worker could not be started'}.`));
    });
    // Sent first, so answered first; if it fails, so does the question after it.
    this.#remote.open(run).catch((reason: unknown) => this.#fail(asError(reason)));
  }

  /** One question at a time; of those that wait only the newest is answered, the others resolve to undefined. */
  attribute(request: AttributionRequest): Promise<Credit | undefined> {
    const turn = ++this.#newest;
    const answer = this.#answering.then(() =>
      turn === this.#newest ? Promise.race([this.#remote.attribute(request), this.#failure]) : undefined,
    );
    this.#answering = answer.catch(() => undefined);
    return answer;
  }

  /** Nothing more is answered. */
  end(): void {
    this.#newest++;
    this.#worker.terminate();
  }
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/attribute.worker.ts', import.meta.url), { type: 'module' });
}

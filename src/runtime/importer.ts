import * as Comlink from 'comlink';
import type { ImportOutcome } from '../audience/csv/importCsv.ts';
import type { ImportWorker } from '../audience/csv/protocol.ts';

/** A worker that says nothing for this long is dead or lost in one piece of file. */
const SILENCE_LIMIT_MS = 60_000;
/** Before this the rate says little. */
const SECONDS_BEFORE_GUESS = 0.5;

interface Progress {
  readonly share: number;
  readonly secondsLeft?: number;
}

export interface ImportHandle {
  /** Rejects with `Cancelled` after `cancel`, and with a sentence when the worker died. */
  readonly done: Promise<ImportOutcome>;
  cancel(): void;
}

export interface ImporterOptions {
  /** Starts a worker that answers to `ImportWorker<Blob>`. */
  readonly start?: () => Worker;
  readonly silenceLimitMs?: number;
}

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Reads CSV files, each in a worker of its own that ends with it: cancelling is ending it, whatever it is doing. */
export class Importer {
  private readonly start: () => Worker;
  private readonly silenceLimitMs: number;

  constructor({ start = startWorker, silenceLimitMs = SILENCE_LIMIT_MS }: ImporterOptions = {}) {
    this.start = start;
    this.silenceLimitMs = silenceLimitMs;
  }

  importCsv(file: Blob, name: string, onProgress: (progress: Progress) => void): ImportHandle {
    const worker = this.start();
    const remote = Comlink.wrap<ImportWorker<Blob>>(worker);
    const guard = new Guard(worker, this.silenceLimitMs);
    const meter = new Meter(performance.now());
    const onShare = Comlink.proxy((share: number) => {
      guard.heard();
      onProgress(meter.read(share, performance.now()));
    });
    const reading = remote.importCsv(file, { id: newId(), name }, onShare) as Promise<ImportOutcome>;
    const done = Promise.race([reading, guard.failure]).finally(() => guard.end());
    return { done, cancel: () => guard.fail(new Cancelled('The import was cancelled.')) };
  }
}

function startWorker(): Worker {
  return new Worker(new URL('../../workers/import.worker.ts', import.meta.url), { type: 'module' });
}

/** Rejects when the worker fails, falls silent or is given up: a dead worker never answers a Comlink call. */
class Guard {
  readonly failure: Promise<never>;
  readonly fail: (reason: Error) => void;
  private readonly worker: Worker;
  private readonly limitMs: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker, limitMs: number) {
    const { promise, reject } = withReject();
    this.failure = promise;
    this.fail = reject;
    this.worker = worker;
    this.limitMs = limitMs;
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.fail(
        new Error(`The import stopped: ${event.message || 'its worker could not be started'}. Try again.`),
      );
    });
    worker.addEventListener('messageerror', () =>
      this.fail(new Error('The import stopped: its result could not be read. Try again.')),
    );
    this.heard();
  }

  heard(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => this.fail(new Error('The import stopped answering. Try again.')),
      this.limitMs,
    );
  }

  end(): void {
    clearTimeout(this.timer);
    this.worker.terminate();
  }
}

function withReject(): { promise: Promise<never>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Failures after the end are nobody's.
  promise.catch(() => undefined);
  return { promise, reject };
}

/** Turns shares into progress that never goes back: a file may be read a second time. */
class Meter {
  private highest = 0;
  private readonly startedAt: number;

  constructor(startedAt: number) {
    this.startedAt = startedAt;
  }

  read(share: number, now: number): Progress {
    this.highest = Math.max(this.highest, share);
    const seconds = (now - this.startedAt) / 1000;
    if (seconds < SECONDS_BEFORE_GUESS || this.highest === 0) return { share: this.highest };
    return { share: this.highest, secondsLeft: (seconds * (1 - this.highest)) / this.highest };
  }
}

/** `randomUUID` is missing on insecure origins, `getRandomValues` is not. */
function newId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return `audience-${Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('')}`;
}

import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseJourney } from '../../src/journey/format.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import type {
  Progress,
  RunHandle,
  SimulationOutcome,
  SimulationRequest,
} from '../../src/runtime/requests.ts';
import { Simulator } from '../../src/runtime/simulator.ts';

const parsed = parseJourney(await (await fetch('/samples/orchestration.journey.json')).text());
if (!parsed.ok) throw new Error('the template does not parse');

/** Four parts. */
const request: SimulationRequest = {
  journey: parsed.journey,
  audience: { kind: 'sample', rows: 100_000 },
  contacts: 100_000,
  seed: 2,
  calibration: {},
  policies: NO_POLICIES,
};

interface Started {
  readonly worker: Worker;
  ended: boolean;
}

const all: Started[] = [];
afterEach(() => {
  vi.useRealTimers();
  for (const { worker } of all.splice(0)) worker.terminate();
});

/** Starts workers, notes which are ended; `trouble` is told of the `message`th message to the `place`th of them, instead of it. */
function watch(
  trouble: (worker: Worker, place: number, message: number) => boolean = () => false,
  cores = 2,
) {
  const started: Started[] = [];
  const startWorker = (): Worker => {
    const worker = new Worker(new URL('../../workers/simulate.worker.ts', import.meta.url), {
      type: 'module',
    });
    const note = { worker, ended: false };
    const place = started.push(note) - 1;
    all.push(note);
    const [post, terminate] = [worker.postMessage.bind(worker), worker.terminate.bind(worker)];
    let message = 0;
    worker.postMessage = (value: unknown, transfer?: unknown) => {
      if (!trouble(worker, place, message++)) post(value, (transfer ?? []) as Transferable[]);
    };
    worker.terminate = () => {
      note.ended = true;
      terminate();
    };
    return worker;
  };
  const simulator = new Simulator({ loadAudience: () => Promise.resolve(undefined), cores, startWorker });
  return { started, simulator };
}

/** As when memory runs out: the browser ends the worker and fires an error. */
function die(worker: Worker): true {
  Worker.prototype.terminate.call(worker);
  worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
  return true;
}

function reportOf(outcome: SimulationOutcome) {
  if (!outcome.ok) throw new Error('no report');
  return { ...outcome.report, seconds: 0, stepsPerSecond: 0 };
}

const run = (
  { simulator }: ReturnType<typeof watch>,
  onProgress: (progress: Progress) => void = () => undefined,
) => simulator.run(request, onProgress).done;

let undisturbed: ReturnType<typeof reportOf>;
beforeAll(async () => {
  undisturbed = reportOf(await run(watch()));
});

describe('a worker that dies during a run', () => {
  // Message 0 opens the audience, message k asks for the worker's kth part.
  it.each([
    [0, 2],
    [1, 2],
    // Alone it is asked for all four.
    [1, 1],
    [4, 1],
  ])(
    'is told of and replaced, and its part run once more, to the same bytes (message %i, %i workers)',
    async (at, cores) => {
      const dying = watch(
        (worker, place, message) => place === cores - 1 && message === at && die(worker),
        cores,
      );
      const told: Progress[] = [];
      expect(reportOf(await run(dying, (progress) => told.push(progress)))).toEqual(undisturbed);
      expect(dying.started).toHaveLength(cores + 1);
      expect(dying.started.every(({ ended }) => ended)).toBe(true);
      // When it happens, and from then on.
      const first = told.findIndex(({ repeats }) => repeats === 1);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(told.slice(0, first).every(({ repeats }) => repeats === undefined)).toBe(true);
      expect(told.slice(first).every(({ repeats }) => repeats === 1)).toBe(true);
      expect(told.at(-1)).toMatchObject({ share: 1, repeats: 1 });
    },
  );

  it('and whose replacement dies over the same part ends the run with a sentence, and every worker', async () => {
    const dying = watch((worker, place, message) => place !== 0 && message === 1 && die(worker));
    await expect(run(dying)).rejects.toThrow('The simulation stopped: out of memory.');
    expect(dying.started).toHaveLength(3);
    expect(dying.started.every(({ ended }) => ended)).toBe(true);
  });

  it('without a sign is given up in the end, and its part run once more', async () => {
    let silent: (() => void) | undefined;
    const isSilent = new Promise<void>((resolve) => (silent = resolve));
    const dying = watch((worker, place, message) => {
      if (place !== 0 || message !== 3) return false;
      Worker.prototype.terminate.call(worker);
      silent?.();
      return true;
    }, 1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const done = run(dying);
    await isSilent;
    // Two minutes: the most that a part may take.
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reportOf(await done)).toEqual(undisturbed);
    expect(dying.started).toHaveLength(2);
  });
});

describe('a run that is cancelled', () => {
  it('ends every worker, starts no other, and leaves the next run as if it had not been', async () => {
    const cancelled = watch();
    let handle: RunHandle | undefined;
    await new Promise<void>((underWay) => {
      handle = cancelled.simulator.run({ ...request, contacts: 5_000_000 }, () => underWay());
    });
    handle?.cancel();
    // At once, not when their parts are done.
    expect(cancelled.started.map(({ ended }) => ended)).toEqual([true, true]);
    await expect(handle?.done).rejects.toMatchObject({ name: 'Cancelled' });
    expect(cancelled.started).toHaveLength(2);
    expect(reportOf(await run(cancelled))).toEqual(undisturbed);
  });

  it('before its workers are there never starts one', async () => {
    const { simulator, started } = watch();
    const handle = simulator.run(request, () => undefined);
    handle.cancel();
    await expect(handle.done).rejects.toMatchObject({ name: 'Cancelled' });
    expect(started).toEqual([]);
  });
});

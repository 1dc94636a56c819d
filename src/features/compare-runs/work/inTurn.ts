import type { Progress, SimulationOutcome, SimulationRequest, Simulator } from '../../../state/ports.ts';

/** Work that is under way. */
export interface Job<T> {
  /** Rejects as a comparison does. */
  readonly done: Promise<T>;
  readonly cancel: () => void;
}

export interface Comparer {
  /** So many more contacts are to be simulated, as far as is known: what progress is told by. */
  expect(more: number): void;
  forecast(requests: readonly SimulationRequest[]): Promise<readonly SimulationOutcome[]>;
}

/** Comparisons one after the other, told and cancelled as one piece of work. */
export function inTurn<T>(
  simulator: Pick<Simulator, 'compare'>,
  work: (comparer: Comparer) => Promise<T>,
  onProgress: (progress: Progress) => void,
): Job<T> {
  const begun = performance.now();
  let [finished, expected] = [0, 0];
  let running: { cancel(): void } | undefined;
  let isCancelled = false;
  const comparer: Comparer = {
    expect: (more) => (expected = finished + more),
    async forecast(requests) {
      const size = requests.reduce((sum, { contacts }) => sum + contacts, 0);
      const handle = simulator.compare(requests, ({ share }) =>
        onProgress(progressOf((finished + share * size) / Math.max(1, expected), performance.now() - begun)),
      );
      running = handle;
      if (isCancelled) handle.cancel();
      const outcomes = await handle.done;
      finished += size;
      return outcomes;
    },
  };
  return {
    done: work(comparer),
    cancel: () => {
      isCancelled = true;
      running?.cancel();
    },
  };
}

/** Before this the pace says little. */
const MILLISECONDS_BEFORE_GUESS = 400;

function progressOf(part: number, elapsed: number): Progress {
  const share = Math.min(1, part);
  if (elapsed < MILLISECONDS_BEFORE_GUESS || share === 0) return { share };
  return { share, secondsLeft: (elapsed / 1000) * ((1 - share) / share) };
}

import { describe, expect, it } from 'vitest';
import { inTurn } from '../../../../src/features/compare-runs/work/inTurn.ts';
import type { Progress, SimulationRequest, Simulator } from '../../../../src/state/ports.ts';
import { BENCHMARKS_ONLY } from '../../../../src/journey/calibration.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { smallJourney } from '../../../support/smallJourney.ts';

const request = (contacts: number): SimulationRequest => ({
  journey: smallJourney(),
  audience: { kind: 'sample', rows: 100 },
  contacts,
  seed: 1,
  calibration: BENCHMARKS_ONLY,
  policies: NO_POLICIES,
});

/** Answers at once, and says so halfway. */
function quickSimulator(cancelled: number[]): Pick<Simulator, 'compare'> {
  return {
    compare(requests, onProgress) {
      onProgress?.({ share: 0.5 });
      return { done: Promise.resolve([]), cancel: () => cancelled.push(requests.length) };
    },
  };
}

describe('comparisons in turn', () => {
  it('are told as one piece of work, by contacts', async () => {
    const shares: number[] = [];
    const tell = ({ share }: Progress) => shares.push(share);
    const { done } = inTurn(
      quickSimulator([]),
      async (comparer) => {
        comparer.expect(1000);
        await comparer.forecast([request(100), request(100)]);
        await comparer.forecast([request(800)]);
        return 'done';
      },
      tell,
    );
    expect(await done).toBe('done');
    expect(shares).toEqual([0.1, 0.6]);
  });

  it('are cancelled together, those that have not begun too', async () => {
    const cancelled: number[] = [];
    const { done, cancel } = inTurn(
      quickSimulator(cancelled),
      async (comparer) => {
        await comparer.forecast([request(1)]);
        await comparer.forecast([request(1), request(1)]);
      },
      () => undefined,
    );
    cancel();
    await done;
    expect(cancelled).toEqual([1, 2]);
  });
});

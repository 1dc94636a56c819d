import { useCallback, useEffect, useState } from 'react';
import type { Report } from '../../../analytics/report.ts';
import type { Progress, SimulationOutcome, Simulator } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { TRIED_AT_ONCE, type LiftRuns } from './liftRuns.ts';

/** Reports of the same contacts with the same luck. */
export interface LiftReports {
  readonly base: Report;
  readonly silent: Report | undefined;
  readonly without: readonly (Report | 'cannotSwitch' | 'cannotRun')[];
}

export type LiftsState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working'; readonly progress: Progress }
  | { readonly kind: 'known'; readonly reports: LiftReports; readonly runs: number }
  | { readonly kind: 'failed'; readonly words: string };

interface Told {
  readonly of: LiftRuns;
  readonly state: LiftsState;
}

const BEGUN: LiftsState = { kind: 'working', progress: { share: 0 } };
const WAITING: LiftsState = { kind: 'waiting' };

/** Tries the runs at once if they are few, else when told to; what is being worked out ends with whoever looked. */
export function useLifts(runs: LiftRuns | undefined) {
  const store = useWorkspaceStore();
  const [told, setTold] = useState<Told>();
  const [asked, setAsked] = useState<LiftRuns>();
  const [stopped, setStopped] = useState<LiftRuns>();
  const [turn, setTurn] = useState(0);
  const tried = runs !== undefined && (runs.without.length <= TRIED_AT_ONCE || asked === runs);
  const wanted = tried && stopped !== runs;
  useEffect(() => {
    if (!runs || !wanted) return undefined;
    return tryOut(store.getState().ports.simulator, runs, (state) => setTold({ of: runs, state }));
  }, [store, runs, wanted, turn]);
  const ask = useCallback(() => {
    setTold(undefined);
    setStopped(undefined);
    setAsked(runs);
    setTurn((before) => before + 1);
  }, [runs]);
  const cancel = useCallback(() => setStopped(runs), [runs]);
  const state = !wanted ? WAITING : told?.of === runs ? told.state : BEGUN;
  return { state, ask, cancel };
}

/** Answers what ends it; nothing is told after that. */
function tryOut(
  simulator: Pick<Simulator, 'compare'>,
  runs: LiftRuns,
  tell: (state: LiftsState) => void,
): () => void {
  let isOver = false;
  const tellStill = (state: LiftsState) => {
    if (!isOver) tell(state);
  };
  const requests = [runs.base, runs.silent, ...runs.without.filter((request) => request !== undefined)];
  const handle = simulator.compare(requests, (progress) => tellStill({ kind: 'working', progress }));
  handle.done.then(
    (outcomes) => tellStill(readOutcomes(runs, outcomes)),
    (error: unknown) =>
      tellStill({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }),
  );
  return () => {
    isOver = true;
    handle.cancel();
  };
}

/** In the order of the requests; those that cannot be asked for were left out. */
function readOutcomes(runs: LiftRuns, outcomes: readonly SimulationOutcome[]): LiftsState {
  const [base, silent, ...others] = outcomes;
  if (!base) throw new RangeError('a comparison was answered without its first run');
  if (!base.ok) return { kind: 'failed', words: base.problems[0]?.words ?? '' };
  let next = 0;
  const without = runs.without.map((request) => {
    if (!request) return 'cannotSwitch';
    const outcome = others[next++];
    return outcome?.ok ? outcome.report : 'cannotRun';
  });
  return {
    kind: 'known',
    runs: outcomes.length,
    reports: { base: base.report, silent: silent?.ok ? silent.report : undefined, without },
  };
}

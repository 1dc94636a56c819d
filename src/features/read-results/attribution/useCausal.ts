import { useCallback, useEffect, useRef, useState } from 'react';
import { causalShapley, type CausalShapley } from '../../../analytics/attribution/shapley/causalShapley.ts';
import { moreSquares } from '../../../analytics/pairParts.ts';
import { trueLift, type LiftMetric } from '../../../analytics/attribution/trueLift.ts';
import type { Report } from '../../../analytics/report.ts';
import type { ComparisonHandle } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';
import { channelsOf } from './liftRuns.ts';

export type CausalState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly share: number }
  | {
      readonly kind: 'known';
      readonly answer: CausalShapley;
      readonly contacts: number;
      readonly shown: number;
      /** What all bring together: the same difference as the true lift of all of them. */
      readonly jointly: number;
    }
  | { readonly kind: 'failed'; readonly words: string };

/** What is asked. */
interface Asked {
  readonly run: ShownRun;
  readonly channels: readonly string[];
  readonly metric: LiftMetric;
  /** Each set is simulated on so many: on as many as the true lifts are, so that both are of the same contacts. */
  readonly most: number;
}

interface Told extends Pick<Asked, 'run' | 'metric' | 'most'> {
  readonly state: CausalState;
}

interface Simulated extends Pick<Asked, 'run' | 'most'> {
  readonly reports: Map<number, Report>;
}

interface Job {
  stop(): void;
}

/** On request only: it takes many runs. What was simulated for one measure is known for the other. */
export function useCausal({ run, channels, metric, most }: Asked) {
  const store = useWorkspaceStore();
  const [told, setTold] = useState<Told>();
  const job = useRef<Job>(undefined);
  const known = useRef<Simulated>(undefined);
  // What is under way ends with the run it is of, and with whoever looked.
  useEffect(() => () => job.current?.stop(), [run, metric, most]);
  const start = useCallback(() => {
    job.current?.stop();
    if (known.current?.run !== run || known.current.most !== most)
      known.current = { run, most, reports: new Map() };
    const tell = (state: CausalState) => setTold({ run, metric, most, state });
    tell({ kind: 'working', share: 0 });
    job.current = work({
      ...{ run, channels, metric, most, tell, reports: known.current.reports },
      compare: (request) => store.getState().ports.simulator.compare([request]),
    });
  }, [store, run, channels, metric, most]);
  const cancel = useCallback(() => {
    job.current?.stop();
    setTold(undefined);
  }, []);
  const isOf = told?.run === run && told.metric === metric && told.most === most;
  const state: CausalState = isOf ? told.state : { kind: 'idle' };
  return { state, start, cancel };
}

interface Work extends Asked {
  readonly reports: Map<number, Report>;
  readonly compare: (request: ReturnType<typeof whatIf>) => ComparisonHandle;
  readonly tell: (state: CausalState) => void;
}

function work({ run, channels, metric, most, reports, compare, tell }: Work): Job {
  let isStopped = false;
  let handle: ComparisonHandle | undefined;
  const all = 2 ** channels.length - 1;
  const reportOf = async (on: number): Promise<Report> => {
    const there = reports.get(on);
    if (there) return there;
    if (isStopped) throw new Error('stopped');
    const muted = channelsOf(channels.filter((_, channel) => (on & (1 << channel)) === 0));
    handle = compare(whatIf(run, { muted }, most));
    const [outcome] = await handle.done;
    if (!outcome?.ok) throw new Error(outcome?.problems[0]?.words ?? '');
    reports.set(on, outcome.report);
    return outcome.report;
  };
  const valueOf = async (on: number) => Float64Array.from((await reportOf(on)).groups[metric]);
  const answer = async () => {
    const [together, none] = [await reportOf(all), await reportOf(0)];
    const { groups, contacts, scaledTo } = together;
    const shown = scaledTo ?? contacts;
    const answer = await causalShapley({
      channels: channels.length,
      contacts: Float64Array.from(groups.contacts),
      valueOf,
      moreSquares: moreSquares(metric, [none, together]),
      seed: run.request.seed,
      onProgress: (done, of) => !isStopped && tell({ kind: 'working', share: done / of }),
    });
    const jointly = trueLift(together, none, metric)?.by.value ?? 0;
    return { kind: 'known', answer, contacts, shown, jointly } as const;
  };
  answer().then(
    (state) => !isStopped && tell(state),
    (error: unknown) =>
      !isStopped && tell({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }),
  );
  return {
    stop: () => {
      isStopped = true;
      handle?.cancel();
    },
  };
}

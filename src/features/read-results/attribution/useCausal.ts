import { useCallback, useEffect, useRef, useState } from 'react';
import { causalShapley, type CausalShapley } from '../../../analytics/attribution/shapley/causalShapley.ts';
import type { LiftMetric } from '../../../analytics/attribution/trueLift.ts';
import type { Report } from '../../../analytics/report.ts';
import type { ComparisonHandle } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';
import { channelsOf } from './liftRuns.ts';

/** Each set of channels is simulated on so many. */
const CONTACTS = 10_000;

export type CausalState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'working'; readonly share: number }
  | {
      readonly kind: 'known';
      readonly answer: CausalShapley;
      readonly contacts: number;
      readonly shown: number;
    }
  | { readonly kind: 'failed'; readonly words: string };

interface Told {
  readonly of: ShownRun;
  readonly metric: LiftMetric;
  readonly state: CausalState;
}

interface Job {
  stop(): void;
}

/** On request only: it takes many runs. What was simulated for one measure is known for the other. */
export function useCausal(run: ShownRun, channels: readonly string[], metric: LiftMetric) {
  const store = useWorkspaceStore();
  const [told, setTold] = useState<Told>();
  const job = useRef<Job>(undefined);
  const known = useRef<{ readonly of: ShownRun; readonly reports: Map<number, Report> }>(undefined);
  // What is under way ends with the run it is of, and with whoever looked.
  useEffect(() => () => job.current?.stop(), [run, metric]);
  const start = useCallback(() => {
    job.current?.stop();
    if (known.current?.of !== run) known.current = { of: run, reports: new Map() };
    const tell = (state: CausalState) => setTold({ of: run, metric, state });
    tell({ kind: 'working', share: 0 });
    job.current = work({
      ...{ run, channels, metric, tell, reports: known.current.reports },
      compare: (request) => store.getState().ports.simulator.compare([request]),
    });
  }, [store, run, channels, metric]);
  const cancel = useCallback(() => {
    job.current?.stop();
    setTold(undefined);
  }, []);
  const state: CausalState = told?.of === run && told.metric === metric ? told.state : { kind: 'idle' };
  return { state, start, cancel };
}

interface Work {
  readonly run: ShownRun;
  readonly channels: readonly string[];
  readonly metric: LiftMetric;
  readonly reports: Map<number, Report>;
  readonly compare: (request: ReturnType<typeof whatIf>) => ComparisonHandle;
  readonly tell: (state: CausalState) => void;
}

function work({ run, channels, metric, reports, compare, tell }: Work): Job {
  let isStopped = false;
  let handle: ComparisonHandle | undefined;
  const all = 2 ** channels.length - 1;
  const reportOf = async (on: number): Promise<Report> => {
    const there = reports.get(on);
    if (there) return there;
    if (isStopped) throw new Error('stopped');
    const muted = channelsOf(channels.filter((_, channel) => (on & (1 << channel)) === 0));
    handle = compare(whatIf(run, { muted }, CONTACTS));
    const [outcome] = await handle.done;
    if (!outcome?.ok) throw new Error(outcome?.problems[0]?.words ?? '');
    reports.set(on, outcome.report);
    return outcome.report;
  };
  const valueOf = async (on: number) => Float64Array.from((await reportOf(on)).groups[metric]);
  const answer = async () => {
    const { groups, contacts, scaledTo } = await reportOf(all);
    const answer = await causalShapley({
      channels: channels.length,
      contacts: Float64Array.from(groups.contacts),
      valueOf,
      seed: run.request.seed,
      onProgress: (done, of) => !isStopped && tell({ kind: 'working', share: done / of }),
    });
    return { kind: 'known', answer, contacts, shown: scaledTo ?? contacts } as const;
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

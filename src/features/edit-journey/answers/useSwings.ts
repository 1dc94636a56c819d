import { useCallback, useEffect, useState } from 'react';
import { comparePaired, type Differences } from '../../../analytics/comparePaired.ts';
import type { PairedMetric, Report } from '../../../analytics/report.ts';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { assumptionsOf } from '../../../compile/response/assumptions.ts';
import { changeAssumption, withAssumption } from '../../../compile/response/changeAssumption.ts';
import type { ComparisonHandle, SimulationRequest } from '../../../state/ports.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DEFAULT_SEED, FORECAST_CONTACTS, type Workspace } from '../../../state/workspace.ts';
import { spanOf } from './spanOf.ts';

/** What the figures do when one assumption alone is at either end of its span; undefined: such a journey cannot run. */
export interface Swing {
  readonly low: Differences | undefined;
  readonly high: Differences | undefined;
}

export interface SwingsState {
  readonly swings: Readonly<Record<string, Swing>>;
  readonly working: boolean;
  readonly error?: string;
  /** What the swings are of: they are older than what was changed since. */
  readonly of: Pick<Workspace, 'journey' | 'policies' | 'calibration' | 'audience'> | undefined;
}

const NOTHING: SwingsState = { swings: {}, working: true, of: undefined };

/** Tries both ends of every assumption that may move the figure, one at a time; tells each swing as soon as it is known. */
export function useSwings(metric: PairedMetric) {
  const store = useWorkspaceStore();
  const [state, setState] = useState<SwingsState>(NOTHING);
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const job = startJob(store.getState(), metric, {
      onBegun: (of) => setState((before) => ({ ...before, of })),
      onSwing: (id, swing) =>
        setState((before) => ({ ...before, swings: { ...before.swings, [id]: swing } })),
      onEnd: (error) =>
        setState((before) => ({ ...before, working: false, ...(error !== undefined && { error }) })),
    });
    return () => job.stop();
  }, [store, metric, turn]);
  const again = useCallback(() => {
    setState(NOTHING);
    setTurn((before) => before + 1);
  }, []);
  return { ...state, again };
}

interface Listener {
  readonly onBegun: (of: NonNullable<SwingsState['of']>) => void;
  readonly onSwing: (id: string, swing: Swing) => void;
  readonly onEnd: (error?: string) => void;
}

function startJob(
  workspace: Workspace,
  metric: PairedMetric,
  { onBegun, onSwing, onEnd }: Listener,
): { stop(): void } {
  const { journey, policies, calibration, audience, schema, ports } = workspace;
  if (!journey) return { stop: () => undefined };
  const design = { journey, policies, calibration };
  const shared = { audience, contacts: FORECAST_CONTACTS, seed: DEFAULT_SEED };
  let handle: ComparisonHandle | undefined;
  let isStopped = false;
  const isOver = () => isStopped;
  const forecast = async (requests: readonly SimulationRequest[]) => {
    handle = ports.simulator.compare(requests);
    return (await handle.done).map((outcome) => (outcome.ok ? outcome.report : undefined));
  };
  const told = (report: Report | undefined, before: Report) => report && comparePaired(before, report);
  const work = async () => {
    const [base] = await forecast([{ ...design, ...shared }]);
    if (!base || isOver()) return;
    onBegun({ ...design, audience });
    for (const assumption of assumptionsOf(design, schema)) {
      const { low, high } = spanOf(assumption);
      if (low === high || !assumption.moves.includes(metric)) continue;
      const at = (value: number) => withAssumption(changeAssumption(assumption, value, design), design);
      const [least, most] = await forecast([low, high].map((value) => ({ ...at(value), ...shared })));
      if (isOver()) return;
      onSwing(assumption.id, { low: told(least, base), high: told(most, base) });
    }
  };
  work().then(
    () => !isOver() && onEnd(),
    (error: unknown) => !isOver() && onEnd(wordsOf(error)),
  );
  return {
    stop: () => {
      isStopped = true;
      handle?.cancel();
    },
  };
}

/** How far the figure goes between both ends; undefined: not known yet. */
export function sizeOf(
  { id }: Assumption,
  metric: PairedMetric,
  swings: SwingsState['swings'],
): number | undefined {
  const swing = swings[id];
  if (!swing) return undefined;
  const [low, high] = [swing.low, swing.high].map((end) => end?.[metric].by.value ?? 0);
  return Math.max(low ?? 0, high ?? 0, 0) - Math.min(low ?? 0, high ?? 0, 0);
}

import { useCallback, useEffect, useState } from 'react';
import type { PairedMetric } from '../../../analytics/report.ts';
import { startSwings, type Swing, type Swings } from '../../../state/swings.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DEFAULT_SEED, FORECAST_CONTACTS, type Workspace } from '../../../state/workspace.ts';

export interface SwingsState {
  readonly swings: Swings;
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
    const { journey, policies, calibration, audience, schema, ports } = store.getState();
    if (!journey) return;
    const of = { journey, policies, calibration, audience };
    const request = { ...of, contacts: FORECAST_CONTACTS, seed: DEFAULT_SEED };
    const job = startSwings(
      ports.simulator,
      { request, schema, isAsked: ({ moves }) => moves.includes(metric) },
      {
        onBegun: () => setState((before) => ({ ...before, of })),
        onSwing: (id, swing: Swing) =>
          setState((before) => ({ ...before, swings: { ...before.swings, [id]: swing } })),
        onEnd: (error) =>
          setState((before) => ({ ...before, working: false, ...(error !== undefined && { error }) })),
      },
    );
    return () => job.stop();
  }, [store, metric, turn]);
  const again = useCallback(() => {
    setState(NOTHING);
    setTurn((before) => before + 1);
  }, []);
  return { ...state, again };
}

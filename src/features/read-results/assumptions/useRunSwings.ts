import { useEffect, useState } from 'react';
import type { Report } from '../../../analytics/report.ts';
import type { AudienceSchema } from '../../../audience/audience.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { startSwings, type Swings } from '../../../state/swings.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';

export interface RunSwings {
  readonly swings: Swings;
  /** The figures that the swings are differences to; undefined until they are known, or the journey cannot run. */
  readonly base: Report | undefined;
  readonly working: boolean;
  readonly error?: string;
}

const NOTHING: RunSwings = { swings: {}, base: undefined, working: true };

/** Both ends of every assumption of a run, one at a time. Begins anew when the run is another one. */
export function useRunSwings(request: SimulationRequest, schema: AudienceSchema | undefined): RunSwings {
  const store = useWorkspaceStore();
  const [state, setState] = useState<RunSwings & { readonly of?: SimulationRequest }>(NOTHING);
  useEffect(() => {
    const change = (next: (before: RunSwings) => RunSwings) =>
      setState((before) => ({ ...next(before.of === request ? before : NOTHING), of: request }));
    const job = startSwings(
      store.getState().ports.simulator,
      { request, schema, isAsked: () => true },
      {
        onBegun: (base) => change(() => ({ ...NOTHING, base })),
        onSwing: (id, swing) =>
          change((before) => ({ ...before, swings: { ...before.swings, [id]: swing } })),
        onEnd: (error) =>
          change((before) => ({ ...before, working: false, ...(error !== undefined && { error }) })),
      },
    );
    return () => job.stop();
  }, [store, request, schema]);
  return state.of === request ? state : NOTHING;
}

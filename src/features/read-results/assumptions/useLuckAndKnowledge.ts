import { useEffect, useState } from 'react';
import { latinHypercube } from '../../../analytics/latinHypercube.ts';
import type { Report } from '../../../analytics/report.ts';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { designAt } from '../../../compile/response/varyAssumptions.ts';
import type { ComparisonHandle, SimulationRequest } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

/** Sets of assumptions that are drawn. */
export const DRAWS = 64;
/** Of a comparison: few, so that whatever else is asked need not wait long. */
const AT_ONCE = 4;

interface Drawn {
  readonly reports: readonly Report[];
  /** Sets tried, those that cannot run included. */
  readonly known: number;
  readonly error?: string;
}

const NOTHING: Drawn = { reports: [], known: 0 };

/** What the run’s contacts come to with the same luck under each of many sets of assumptions. `ready`: it may begin. */
export function useLuckAndKnowledge(
  request: SimulationRequest,
  assumptions: readonly Assumption[],
  ready: boolean,
): Drawn {
  const store = useWorkspaceStore();
  const [state, setState] = useState<Drawn & { readonly of?: SimulationRequest }>(NOTHING);
  useEffect(() => {
    if (!ready || assumptions.length === 0) return;
    let handle: ComparisonHandle | undefined;
    let isStopped = false;
    const isOver = () => isStopped;
    const change = (next: (before: Drawn) => Drawn) =>
      setState((before) => ({ ...next(before.of === request ? before : NOTHING), of: request }));
    const points = latinHypercube(DRAWS, assumptions.length, request.seed);
    const work = async () => {
      for (let from = 0; from < DRAWS; from += AT_ONCE) {
        handle = store
          .getState()
          .ports.simulator.compare(
            points
              .slice(from, from + AT_ONCE)
              .map((point) => ({ ...request, ...designAt(assumptions, point, request) })),
          );
        const outcomes = await handle.done;
        if (isOver()) return;
        const reports = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.report] : []));
        change(({ reports: before, known }) => ({
          reports: [...(from === 0 ? [] : before), ...reports],
          known: from === 0 ? outcomes.length : known + outcomes.length,
        }));
      }
    };
    work().catch((error: unknown) => {
      if (!isOver()) change((before) => ({ ...before, error: wordsOf(error) }));
    });
    return () => {
      isStopped = true;
      handle?.cancel();
    };
  }, [store, request, assumptions, ready]);
  return state.of === request ? state : NOTHING;
}

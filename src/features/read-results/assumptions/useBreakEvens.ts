import { useEffect, useState } from 'react';
import { findBreakEven, type BreakEven } from '../../../analytics/breakEven.ts';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { spanOf } from '../../../compile/response/spanOf.ts';
import type { ComparisonHandle, SimulationRequest } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { causedProfit } from './causedProfit.ts';

interface BreakEvens {
  /** By assumption; undefined: it cannot be said, because the journey cannot run there. Not there: not known yet. */
  readonly found: ReadonlyMap<string, BreakEven | undefined>;
  readonly error?: string;
}

const NOTHING: BreakEvens = { found: new Map() };

/** Where what the journey earns beyond what comes without it crosses zero as each of these assumptions alone goes over its range. Undefined assumptions: not yet. */
export function useBreakEvens(
  request: SimulationRequest,
  assumptions: readonly Assumption[] | undefined,
): BreakEvens {
  const store = useWorkspaceStore();
  const [state, setState] = useState<BreakEvens & { readonly of?: SimulationRequest }>(NOTHING);
  useEffect(() => {
    if (!assumptions) return;
    let handle: ComparisonHandle | undefined;
    let isStopped = false;
    const isOver = () => isStopped;
    const simulate = async (requests: readonly SimulationRequest[]) => {
      handle = store.getState().ports.simulator.compare(requests);
      const reports = (await handle.done).flatMap((outcome) => (outcome.ok ? [outcome.report] : []));
      return reports.length === requests.length ? reports : undefined;
    };
    const work = async () => {
      const found = new Map<string, BreakEven | undefined>();
      for (const assumption of assumptions) {
        const profit = causedProfit({ request, assumption, simulate });
        found.set(assumption.id, await findBreakEven(spanOf(assumption), profit));
        if (isOver()) return;
        setState({ of: request, found: new Map(found) });
      }
    };
    work().catch((error: unknown) => {
      if (!isOver()) setState((before) => ({ ...before, of: request, error: wordsOf(error) }));
    });
    return () => {
      isStopped = true;
      handle?.cancel();
    };
  }, [store, request, assumptions]);
  return state.of === request ? state : NOTHING;
}

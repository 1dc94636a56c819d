import { useCallback, useEffect, useMemo, useState } from 'react';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Progress, SimulationRequest } from '../../../state/ports.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import type { ShownRun } from '../shownRun.ts';
import { accountRequest } from './accountRequest.ts';

export type AccountRunState =
  | { readonly kind: 'working'; readonly progress: Progress }
  | { readonly kind: 'known'; readonly detail: RunDetail; readonly contacts: number }
  | { readonly kind: 'failed'; readonly words: string };

interface Told {
  readonly of: SimulationRequest;
  readonly state: AccountRunState;
}

interface ByAccount {
  readonly column: string | undefined;
  /** Contacts of the audience. */
  readonly rows: number;
  /** Whether anybody wants to see it: what is under way ends with that, what is known stays. */
  readonly wanted: boolean;
}

const BEGUN: AccountRunState = { kind: 'working', progress: { share: 0 } };

/** The run made again with the accounts of its contacts, in workers of its own. */
export function useAccountRun(run: ShownRun, { column, rows, wanted }: ByAccount) {
  const store = useWorkspaceStore();
  const [told, setTold] = useState<Told>();
  const [turn, setTurn] = useState(0);
  const { kind, request: shown, report, pending } = run;
  const request = useMemo(
    () => (column === undefined ? undefined : accountRequest({ kind, request: shown, report }, column, rows)),
    [kind, shown, report, column, rows],
  );
  const isKnown = told?.of === request && told?.state.kind === 'known';
  useEffect(() => {
    if (!request || !wanted || pending || isKnown) return undefined;
    let isOver = false;
    const tell = (state: AccountRunState) => {
      if (!isOver) setTold({ of: request, state });
    };
    const handle = store
      .getState()
      .ports.simulator.run(request, (progress) => tell({ kind: 'working', progress }));
    handle.done.then(
      (outcome) => {
        if (!outcome.ok) tell({ kind: 'failed', words: outcome.problems[0]?.words ?? '' });
        else if (outcome.detail)
          tell({ kind: 'known', detail: outcome.detail, contacts: outcome.report.contacts });
      },
      (error: unknown) =>
        tell({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isOver = true;
      handle.cancel();
    };
  }, [store, request, wanted, pending, isKnown, turn]);
  const again = useCallback(() => {
    setTold(undefined);
    setTurn((before) => before + 1);
  }, []);
  return { state: told?.of === request && told ? told.state : BEGUN, again };
}

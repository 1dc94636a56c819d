import { useEffect, useState } from 'react';
import type { JourneyId } from '../../../journey/journey.ts';
import type { PastRun } from '../../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

interface PastRuns {
  readonly runs: readonly PastRun[];
  readonly error?: string;
}

/** The runs of a journey that are kept, newest first; asked for anew when another one has finished. Undefined until storage has answered. */
export function usePastRuns(journey: JourneyId): PastRuns | undefined {
  const store = useWorkspaceStore();
  const latest = useWorkspace(({ run }) => (run.kind === 'finished' ? run.run : undefined));
  const [known, setKnown] = useState<PastRuns>();
  useEffect(() => {
    let isOver = false;
    const { runs } = store.getState().ports;
    runs.past(journey).then(
      // The one just finished is shown whether or not it is kept yet.
      (past) => !isOver && setKnown({ runs: withLatest(past, latest, journey) }),
      (error: unknown) => !isOver && setKnown({ runs: [], error: wordsOf(error) }),
    );
    return () => void (isOver = true);
  }, [store, journey, latest]);
  return known;
}

function withLatest(
  past: readonly PastRun[],
  latest: PastRun | undefined,
  journey: JourneyId,
): readonly PastRun[] {
  const isNew =
    latest?.request.journey.id === journey &&
    past.every(({ finishedAt }) => finishedAt !== latest.finishedAt);
  return isNew ? [latest, ...past] : past;
}

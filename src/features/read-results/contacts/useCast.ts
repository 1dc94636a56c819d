import { useEffect, useState } from 'react';
import { endingsOf, type Ending } from '../../../analytics/stories/ending.ts';
import type { Playback } from '../../../analytics/playback.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

/** Everybody whose story is known at once. */
export type Cast =
  | { readonly kind: 'starting' }
  | { readonly kind: 'ready'; readonly playback: Playback; readonly endings: readonly Ending[] }
  | { readonly kind: 'blocked'; readonly problem: string }
  | { readonly kind: 'failed'; readonly words: string };

const STARTING: Cast = { kind: 'starting' };

/** Undefined: the run is being made anew, and nobody is asked about meanwhile. */
export function useCast(request: SimulationRequest | undefined): Cast {
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [known, setKnown] = useState<{ readonly of: SimulationRequest; readonly cast: Cast }>();
  useEffect(() => {
    if (!request) return undefined;
    let isOver = false;
    const tell = (cast: Cast) => isOver || setKnown({ of: request, cast });
    simulator.playback(request).then(
      (outcome) =>
        tell(
          outcome.ok
            ? { kind: 'ready', playback: outcome.playback, endings: endingsOf(outcome.playback) }
            : { kind: 'blocked', problem: outcome.problems[0]?.words ?? '' },
        ),
      (error: unknown) => tell({ kind: 'failed', words: wordsOf(error) }),
    );
    return () => {
      isOver = true;
    };
  }, [simulator, request]);
  return known && known.of === request ? known.cast : STARTING;
}

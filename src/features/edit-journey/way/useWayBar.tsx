import { lazy, Suspense, useCallback, useState, type ReactNode, type RefObject } from 'react';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import type { CardWords } from '../play/playedContext.ts';

const WayBar = lazy(async () => ({ default: (await import('./WayBar.tsx')).WayBar }));

interface LitCanvas {
  /** What cards say of the way. */
  readonly onCard: CardWords;
  /** Stands where the forecast stood; the forecast itself while it is fetched, or no way is lit. */
  readonly foot: ReactNode;
}

/** Lights a contact's way on the canvas, if there is one. */
export function useWayBar(bench: RefObject<HTMLElement | null>, forecast: ReactNode): LitCanvas {
  const way = useWorkspace((workspace) => workspace.way);
  const [onCard, setOnCard] = useState<CardWords>();
  const tell = useCallback((cards: CardWords) => setOnCard(() => cards), []);
  const foot = way ? (
    <Suspense fallback={forecast}>
      <WayBar way={way} bench={bench} onCards={tell} />
    </Suspense>
  ) : (
    forecast
  );
  return { onCard, foot };
}

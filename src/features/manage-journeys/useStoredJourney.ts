import { useEffect, useState } from 'react';
import type { Journey } from '../../journey/journey.ts';
import type { JourneySummary } from '../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';

/** The document of a journey in the library: the open one as it is now, the others from storage. */
export function useStoredJourney({ id, editedAt }: JourneySummary): Journey | undefined {
  const store = useWorkspaceStore();
  const open = useWorkspace(({ journey }) => (journey?.id === id ? journey : undefined));
  const [stored, setStored] = useState<Journey>();
  useEffect(() => {
    if (open) return;
    let wanted = true;
    store
      .getState()
      .ports.journeys.peek(id)
      .then((journey) => wanted && setStored(journey))
      // Without its picture a journey can still be opened, which then says what is wrong.
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [store, id, editedAt, open]);
  return open ?? stored;
}

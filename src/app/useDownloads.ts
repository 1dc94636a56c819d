import { useMemo } from 'react';
import { serializeJourney } from '../journey/serializeJourney.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { fileName } from '../ui/fileName.ts';

/** The open journey as files. */
export function useDownloads() {
  const store = useWorkspaceStore();
  return useMemo(() => {
    const { files } = store.getState().ports;
    const json = () => {
      const { journey } = store.getState();
      if (journey)
        files.save(fileName(journey.name, '.journey.json'), 'application/json', serializeJourney(journey));
    };
    return { json };
  }, [store]);
}

import { useMemo } from 'react';
import { serializeJourney } from '../journey/serializeJourney.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { fileName } from './fileNames.ts';

/** The open journey as files. */
export function useDownloads() {
  const store = useWorkspaceStore();
  return useMemo(() => {
    const save = (
      ending: string,
      type: string,
      write: (journey: NonNullable<ReturnType<typeof current>>) => string,
    ) => {
      const journey = current();
      if (journey) store.getState().ports.files.save(fileName(journey.name, ending), type, write(journey));
    };
    const current = () => store.getState().journey;
    return {
      json: () => save('.journey.json', 'application/json', serializeJourney),
      mermaid: () => save('.mmd', 'text/plain', store.getState().ports.exchange.writeMermaid),
    };
  }, [store]);
}

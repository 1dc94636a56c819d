import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { serializeJourney } from '../journey/serializeJourney.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { useNotices } from '../ui/notices.ts';
import { fileName } from '../ui/fileName.ts';

/** The open journey as files. */
export function useDownloads() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  return useMemo(() => {
    const { exchange, files } = store.getState().ports;
    const json = () => {
      const { journey } = store.getState();
      if (journey)
        files.save(fileName(journey.name, '.journey.json'), 'application/json', serializeJourney(journey));
    };
    const mermaid = () => {
      const { journey } = store.getState();
      if (!journey) return;
      exchange().then(
        ({ writeMermaid }) => files.save(fileName(journey.name, '.mmd'), 'text/plain', writeMermaid(journey)),
        () => notices.say(t('shell.more.notLoaded'), { tone: 'bad' }),
      );
    };
    return { json, mermaid };
  }, [store, notices, t]);
}

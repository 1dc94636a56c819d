import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { useNotices, type Notice } from '../../ui/notices.ts';

/** A notice's button that takes back what was just done, and nothing that was done since. */
export function useUndoOffer(): () => NonNullable<Notice['action']> {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  return useCallback(() => {
    const { revision: after } = store.getState();
    const run = () => {
      if (store.getState().revision === after) store.getState().undo();
      else notices.say(t('editJourney.changedSince'));
    };
    return { label: t('editJourney.undo'), run };
  }, [store, notices, t]);
}

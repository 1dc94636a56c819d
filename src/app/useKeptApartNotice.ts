import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { useNotices } from '../ui/notices.ts';

/** Says that another tab had the journey, and under what name this tab's version goes on. */
export function useKeptApartNotice(): void {
  const { t } = useTranslation();
  const notices = useNotices();
  const store = useWorkspaceStore();
  useEffect(
    () =>
      store.subscribe(({ keptApart }, before) => {
        if (keptApart === undefined || keptApart === before.keptApart) return;
        notices.say(t('shell.keptApart', { name: keptApart }));
      }),
    [store, t, notices],
  );
}

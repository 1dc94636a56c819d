import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { useNotices } from '../ui/notices.ts';

/** Says that a change of settings holds for this visit alone, and why: once, until one is kept again. */
export function useUnkeptNotice(): void {
  const { t } = useTranslation();
  const notices = useNotices();
  const store = useWorkspaceStore();
  useEffect(
    () =>
      store.subscribe(({ settingsUnkept }, before) => {
        if (settingsUnkept === undefined || settingsUnkept === before.settingsUnkept) return;
        notices.say(t('shell.settingsUnkept', { words: settingsUnkept }), { tone: 'bad' });
      }),
    [store, t, notices],
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace, useWorkspaceStore } from '../state/useWorkspace.ts';
import { useNotices } from '../ui/notices.ts';
import styles from './TopBar.module.css';

const LONGEST = 200;
export const JOURNEY_NAME_ID = 'journey-name';

/** The journey's name, changed where it stands. An empty name is not kept. */
export function JourneyName() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const name = useWorkspace(({ journey }) => journey?.name);
  // What is being typed stays as it is typed, also when the journey gets another name meanwhile: kept apart from another tab's.
  const [typing, setTyping] = useState<string>();
  if (name === undefined) return null;
  const rename = (typed: string) => {
    setTyping(typed);
    if (typed.trim() !== '') store.getState().edit({ type: 'rename', name: typed }, { merge: 'rename' });
  };
  return (
    <input
      id={JOURNEY_NAME_ID}
      aria-label={t('shell.name')}
      className={styles.name}
      value={typing ?? name}
      maxLength={LONGEST}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => rename(event.target.value)}
      onBlur={() => {
        if (typing?.trim() === '') notices.say(t('shell.nameMissing'));
        setTyping(undefined);
      }}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === 'Escape') && event.currentTarget.blur()}
    />
  );
}

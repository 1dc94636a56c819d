import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert } from 'lucide-react';
import { requiredText } from '../ui/complaints.ts';
import { useWorkspace, useWorkspaceStore } from '../state/useWorkspace.ts';
import { Icon } from '../ui/Icon.tsx';
import { useNotices } from '../ui/notices.ts';
import styles from './TopBar.module.css';

export const JOURNEY_NAME_ID = 'journey-name';

interface Refused {
  readonly typed: string;
  /** The name that holds meanwhile: another one, say after undo, takes the refused one's place. */
  readonly instead: string;
}

/** The journey's name, changed where it stands. One that is too long stays in the box with the reason; an empty one is not kept. */
export function JourneyName() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const reason = useId();
  const name = useWorkspace(({ journey }) => journey?.name);
  // What is being typed stays as it is typed, also when the journey gets another name meanwhile: kept apart from another tab's.
  const [typing, setTyping] = useState<string>();
  const [last, setRefused] = useState<Refused>();
  if (name === undefined) return null;
  const draft = typing ?? (last?.instead === name ? last.typed : undefined);
  const complain = requiredText(t, t('shell.nameMissing'));
  const complaint = draft === undefined || draft.trim() === '' ? undefined : complain(draft);
  const rename = (typed: string) => {
    const bad = complain(typed) !== undefined;
    setTyping(typed);
    setRefused(bad && typed.trim() !== '' ? { typed, instead: name } : undefined);
    if (!bad) store.getState().edit({ type: 'rename', name: typed }, { merge: 'rename' });
  };
  return (
    <span className={styles.named}>
      <input
        id={JOURNEY_NAME_ID}
        dir="auto"
        aria-label={t('shell.name')}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint && reason}
        className={styles.name}
        value={draft ?? name}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => rename(event.target.value)}
        onBlur={() => {
          if (typing?.trim() === '') notices.say(t('shell.nameMissing'));
          setTyping(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setTyping(undefined);
            setRefused(undefined);
          }
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      {complaint && (
        <span id={reason} role="alert" className={styles.complaint}>
          <Icon of={CircleAlert} size={14} />
          {complaint}
        </span>
      )}
    </span>
  );
}

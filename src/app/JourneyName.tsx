import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert } from 'lucide-react';
import { requiredText } from '../features/edit-journey/inspectors/complaints.ts';
import { useWorkspace, useWorkspaceStore } from '../state/useWorkspace.ts';
import { Icon } from '../ui/Icon.tsx';
import { useNotices } from '../ui/notices.ts';
import styles from './TopBar.module.css';

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
  const [last, setRefused] = useState<Refused>();
  if (name === undefined) return null;
  const refused = last?.instead === name ? last.typed : undefined;
  const complain = requiredText(t, t('shell.nameMissing'));
  const complaint = refused === undefined || refused.trim() === '' ? undefined : complain(refused);
  const rename = (typed: string) => {
    const bad = complain(typed) !== undefined;
    setRefused(bad ? { typed, instead: name } : undefined);
    if (!bad) store.getState().edit({ type: 'rename', name: typed }, { merge: 'rename' });
  };
  return (
    <span className={styles.named}>
      <input
        dir="auto"
        aria-label={t('shell.name')}
        aria-invalid={complaint ? true : undefined}
        aria-describedby={complaint && reason}
        className={styles.name}
        value={refused ?? name}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => rename(event.target.value)}
        onBlur={() => {
          if (refused?.trim() !== '') return;
          notices.say(t('shell.nameMissing'));
          setRefused(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setRefused(undefined);
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

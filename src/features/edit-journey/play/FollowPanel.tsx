import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import type { Journey } from '../../../journey/journey.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import type { PlayClock } from './clock.ts';
import { ContactList } from './ContactList.tsx';
import { peopleOf } from './people.ts';
import { Story } from './Story.tsx';
import styles from './Follow.module.css';

interface FollowPanelProps {
  readonly journey: Journey;
  readonly clock: PlayClock;
  /** Place of the contact who is followed. */
  readonly contact: number | undefined;
  readonly onChoose: (contact: number | undefined) => void;
  readonly onClose: () => void;
}

/** Whom to follow, then what happens to her. */
export function FollowPanel({ journey, clock, contact, onChoose, onClose }: FollowPanelProps) {
  const { t } = useTranslation();
  const { playback } = clock;
  const people = useMemo(() => peopleOf(playback), [playback]);
  const panel = useRef<HTMLElement>(null);
  const person = contact === undefined ? undefined : people[contact];
  // The keyboard comes along to what is shown next.
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [contact]);
  return (
    <section
      ref={panel}
      aria-label={t('play.follow.title')}
      data-sheet
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2>{t('play.follow.title')}</h2>
        <IconButton icon={X} label={t('play.follow.close')} onClick={onClose} />
      </header>
      {person ? (
        <Story journey={journey} clock={clock} person={person} onAnother={() => onChoose(undefined)} />
      ) : (
        <ContactList people={people} onChoose={onChoose} />
      )}
    </section>
  );
}

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowLeft } from 'lucide-react';
import { storyOf } from '../../../analytics/stories/storyOf.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Journey } from '../../../journey/journey.ts';
import { storyLine } from '../../../legend/storyLine.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import type { PlayClock } from './clock.ts';
import { eventAt, type Person } from './people.ts';
import { whenOf } from './when.ts';
import styles from './Follow.module.css';

interface StoryProps {
  readonly journey: Journey;
  readonly clock: PlayClock;
  readonly person: Person;
  readonly onAnother: () => void;
}

/** All that happens to one contact, as sentences; the one at the time of the player is marked, and pressing one goes there. */
export function Story({ journey, clock, person, onAnother }: StoryProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { playback } = clock;
  const { zone } = journey.settings;
  const policies = useWorkspace((workspace) => workspace.policies);
  const events = useMemo(() => storyOf(playback, person.contact), [playback, person]);
  const lines = useMemo(() => {
    const telling = { t, format, journey, policies, playback };
    const when = whenOf(playback, zone, i18n.language);
    return events.map((event) => ({ date: when.date(event.minute), words: storyLine(event, telling) }));
  }, [events, playback, journey, policies, zone, t, format, i18n.language]);
  const current = useSyncExternalStore(clock.subscribe, () => eventAt(events, clock.shown().minute));
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const number = format.number(person.number);
  return (
    <>
      <div className={styles.choice}>
        <Button data-first icon={ArrowLeft} onClick={onAnother}>
          {t('play.follow.another')}
        </Button>
        <h3 className={styles.name}>{t('play.follow.contact', { number })}</h3>
        <p className={styles.about}>{t('play.follow.zone', { zone })}</p>
      </div>
      {lines.length === 0 && <p className={styles.note}>{t('play.follow.empty')}</p>}
      <ol ref={list} aria-label={t('play.follow.story', { number })} className={styles.list}>
        {lines.map(({ date, words }, at) => (
          <li key={at}>
            <button
              type="button"
              aria-current={at === current ? 'time' : undefined}
              data-ahead={at > current || undefined}
              className={styles.line}
              onClick={() => {
                clock.pause();
                clock.scrub(events[at]?.minute ?? 0);
              }}
            >
              <span className={styles.about}>{date}</span>
              <span>{words}</span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}

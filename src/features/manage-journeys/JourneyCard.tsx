import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import type { Journey } from '../../journey/journey.ts';
import { Thumbnail } from './Thumbnail.tsx';
import styles from './library.module.css';

interface JourneyCardProps {
  readonly name: string;
  /** What the name's button is called, e.g. "Open Welcome". */
  readonly action: string;
  readonly journey: Journey | undefined;
  readonly meta: ReactNode;
  readonly brief?: string | undefined;
  readonly current?: boolean;
  readonly onOpen: () => void;
  readonly buttons?: ReactNode;
}

/** One journey of the library: all of the card opens it, the buttons do what they say. */
export function JourneyCard({
  name,
  action,
  journey,
  meta,
  brief,
  current,
  onOpen,
  buttons,
}: JourneyCardProps) {
  return (
    <li className={classes(styles.card, current && styles.current)}>
      <Thumbnail journey={journey} />
      <div className={styles.words}>
        <h3 className={styles.name}>
          <button type="button" className={styles.open} aria-label={action} onClick={onOpen}>
            <bdi>{name}</bdi>
          </button>
        </h3>
        <p className={styles.meta}>{meta}</p>
        {brief && <p className={styles.brief}>{brief}</p>}
      </div>
      {buttons && <div className={styles.buttons}>{buttons}</div>}
    </li>
  );
}

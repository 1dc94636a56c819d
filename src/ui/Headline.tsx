import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Tooltip } from './Tooltip.tsx';
import styles from './Headline.module.css';

interface HeadlineProps {
  readonly label: string;
  readonly value: string;
  /** The interval, as `1 204–1 276`, or what stands in its place. */
  readonly band?: ReactNode;
  /** Which question the interval answers; on hover and focus, and to screen readers. */
  readonly question?: string | undefined;
  /** Less than nothing. */
  readonly loss?: boolean;
  /** An older figure while a new one is on its way. */
  readonly pending?: boolean;
  readonly large?: boolean;
  /** Beside the label. */
  readonly aside?: ReactNode;
}

/** One figure that counts, with its name above and its interval below. */
export function Headline({ label, value, band, question, loss, pending, large, aside }: HeadlineProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className={classes(styles.headline, large && styles.large, pending && styles.pending)}
    >
      <span className={styles.label}>
        {label}
        {aside}
      </span>
      <span className={classes(styles.value, loss && styles.bad)}>{value}</span>
      {band && (
        <Tooltip words={question} side="above">
          <span className={styles.band} tabIndex={question ? 0 : undefined}>
            {band}
          </span>
        </Tooltip>
      )}
    </div>
  );
}

import { scaleLinear } from 'd3-scale';
import type { Estimate } from '../analytics/intervals.ts';
import styles from './Funnel.module.css';

export interface FunnelBar {
  readonly key: string;
  readonly label: string;
  readonly people: Estimate;
  /** The figure in words, and what it is a part of. */
  readonly value: string;
  readonly note: string;
  /** On hover. */
  readonly full: string;
}

interface FunnelProps {
  /** What was found. */
  readonly title: string;
  readonly bars: readonly FunnelBar[];
  readonly pending?: boolean;
}

/** How far people got: a bar from zero per stage, a darker band where the interval lies. The words stand beside it. */
export function Funnel({ title, bars, pending }: FunnelProps) {
  const top = Math.max(1, ...bars.map(({ people }) => people.value));
  const along = scaleLinear([0, top], [0, 100]).clamp(true);
  return (
    <figure className={styles.funnel}>
      <figcaption className={styles.title}>{title}</figcaption>
      <ol className={pending ? `${styles.stages} ${styles.pending}` : styles.stages}>
        {bars.map(({ key, label, people, value, note, full }) => (
          <li key={key} className={styles.stage}>
            <span className={styles.label}>{label}</span>
            <svg className={styles.track} viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
              <title>{full}</title>
              <rect className={styles.back} width="100" height="28" rx="0" />
              <rect className={styles.bar} width={along(people.value)} height="28" />
              <rect
                className={styles.band}
                x={along(people.low)}
                width={along(people.high) - along(people.low)}
                height="28"
              />
            </svg>
            <span className={styles.figure} title={full}>
              <span className={styles.value}>{value}</span>
              <span className={styles.note}>{note}</span>
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

import type { Observed } from './timelineLayout.ts';
import type { ValueScale } from './valueScale.ts';
import styles from './Timeline.module.css';

interface ObservedDotsProps {
  readonly points: readonly Observed[];
  readonly x: (day: number) => number;
  readonly y: ValueScale;
}

/** What really happened: rings, and triangles where somebody should look. */
export function ObservedDots({ points, x, y }: ObservedDotsProps) {
  return (
    <>
      {points.map(({ day, value, alert }) =>
        alert === undefined ? (
          <circle key={day} className={styles.observed} cx={x(day)} cy={y(value)} r="3.5" />
        ) : (
          <path key={day} className={styles.alert} d={triangle(x(day), y(value))} data-key="alert" />
        ),
      )}
    </>
  );
}

const triangle = (x: number, y: number) => `M${x},${y - 7}L${x + 7},${y + 5}L${x - 7},${y + 5}Z`;

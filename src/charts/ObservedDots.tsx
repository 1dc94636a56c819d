import { legendPlaces } from './legendPlaces.ts';
import { SMALL } from './textWidth.ts';
import type { Observed } from './timelineLayout.ts';
import type { ValueScale } from './valueScale.ts';
import { SOFT, Words } from './Words.tsx';
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
          <Ring key={day} x={x(day)} y={y(value)} />
        ) : (
          <Alert key={day} x={x(day)} y={y(value)} />
        ),
      )}
    </>
  );
}

interface LegendProps {
  /** Of rings, and of triangles. */
  readonly words: readonly [string, string | undefined];
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** What rings and triangles are. */
export function ObservedLegend({ words: [rings, alerts], left, right, y }: LegendProps) {
  const labels = alerts === undefined ? [rings] : [rings, alerts];
  const { places } = legendPlaces(labels, left, Infinity);
  const middle = y + 8;
  return labels.map((label, at) => {
    const { x, text } = places[at] ?? { x: left, text: left };
    return (
      <g key={label}>
        {at === 0 ? <Ring x={x + 7} y={middle} /> : <Alert x={x + 7} y={middle} />}
        <Words x={text} y={middle} width={right - text} font={SMALL} fill={SOFT}>
          {label}
        </Words>
      </g>
    );
  });
}

interface At {
  readonly x: number;
  readonly y: number;
}

function Ring({ x, y }: At) {
  return <circle className={styles.observed} cx={x} cy={y} r="3.5" />;
}

function Alert({ x, y }: At) {
  return (
    <path
      className={styles.alert}
      d={`M${x},${y - 7}L${x + 7},${y + 5}L${x - 7},${y + 5}Z`}
      data-key="alert"
    />
  );
}

import { LEGEND_LINE, type legendPlaces } from './legendPlaces.ts';
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
  /** Of rings, then of triangles. */
  readonly words: readonly string[];
  readonly places: ReturnType<typeof legendPlaces>['places'];
  readonly width: number;
  readonly y: number;
}

/** What rings and triangles are. */
export function ObservedLegend({ words, places, width, y }: LegendProps) {
  return places.map(({ x, text, line }, at) => {
    const middle = y + line * LEGEND_LINE + LEGEND_LINE / 2 - 2;
    return (
      <g key={at}>
        {at === 0 ? <Ring x={x + 7} y={middle} /> : <Alert x={x + 7} y={middle} />}
        <Words x={text} y={middle} width={width - text} font={SMALL} fill={SOFT}>
          {words[at] ?? ''}
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

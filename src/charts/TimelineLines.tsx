import { memo } from 'react';
import { seriesColour } from './colours.ts';
import { SMALL } from './textWidth.ts';
import {
  apart,
  dayAcross,
  dayTicks,
  DRAWN,
  END,
  seriesPaths,
  timelineLevels,
  type Observed,
  type TimelineDay,
  type TimelineSeries,
} from './timelineLayout.ts';
import type { ValueScale } from './valueScale.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './Timeline.module.css';

interface DaysProps {
  readonly days: readonly TimelineDay[];
  readonly x: (day: number) => number;
  readonly room: number;
}

/** Days on the axis. */
export function Days({ days, x, room }: DaysProps) {
  return (
    <g aria-hidden="true">
      {dayTicks(days, room).map((day) => (
        <Words key={day} x={x(day)} y={DRAWN.bottom + 14} anchor="middle" font={SMALL} fill={SOFT}>
          {days[day]?.label ?? ''}
        </Words>
      ))}
    </g>
  );
}

interface LinesProps {
  readonly series: readonly TimelineSeries[];
  readonly points: readonly Observed[];
  readonly count: number;
  readonly left: number;
  readonly right: number;
}

/** The paths, left alone while the pointer moves and days are chosen: that is why they work out their scales again. */
export const Lines = memo(function Lines({ series, points, count, left, right }: LinesProps) {
  const y = timelineLevels(series, points);
  const x = dayAcross(count, { left, right });
  const drawn = series.map(({ key, values, series }, place) => ({
    key,
    colour: seriesColour(series ?? place),
    paths: seriesPaths(values, x, y),
    // Where no line can be seen.
    alone: values.length === 1 ? values[0] : undefined,
  }));
  return (
    <>
      {drawn.map(({ key, colour, paths }) => (
        <path key={key} className={styles.band} d={paths.band} fill={colour} data-key={`${key}.band`} />
      ))}
      {drawn.map(({ key, colour, paths, alone }) => (
        <g key={key}>
          <path className={styles.line} d={paths.line} stroke={colour} data-key={key} />
          {alone && <circle cx={x(0)} cy={y(alone.value)} r="4" fill={colour} />}
          {alone && (
            <line
              className={styles.alone}
              x1={x(0)}
              x2={x(0)}
              y1={y(alone.low)}
              y2={y(alone.high)}
              stroke={colour}
            />
          )}
        </g>
      ))}
    </>
  );
});

interface EndsProps {
  readonly series: readonly TimelineSeries[];
  readonly x: (day: number) => number;
  readonly y: ValueScale;
  readonly width: number;
  readonly right: number;
}

/** The names of the lines, at their ends. */
export function Ends({ series, x, y, width, right }: EndsProps) {
  const ends = series.map(({ values }) => {
    const last = values.findLastIndex(({ value }) => Number.isFinite(value));
    return { last, height: y(values[last]?.value ?? 0) };
  });
  const heights = apart(
    ends.map(({ height }) => height),
    { top: DRAWN.top, bottom: DRAWN.bottom },
  );
  return (
    <>
      {series.map(({ key, label, series }, place) => (
        <Words
          key={key}
          x={Math.max(right, x(ends[place]?.last ?? 0)) + 8}
          y={heights[place] ?? 0}
          width={width - right - 8}
          font={END}
          fill={seriesColour(series ?? place)}
        >
          {label}
        </Words>
      ))}
    </>
  );
}

import type { Estimate } from '../analytics/intervals.ts';
import { Levels, gutter, ticksOf } from './Axis.tsx';
import type { Stretch } from './brush.ts';
import { seriesColour } from './colours.ts';
import { Marked } from './Marked.tsx';
import type { Mark } from './marks.ts';
import { legendPlaces } from './legendPlaces.ts';
import { ObservedDots, ObservedLegend } from './ObservedDots.tsx';
import { Stage } from './Stage.tsx';
import {
  dayAcross,
  DRAWN,
  endRoom,
  HEIGHT,
  timelineLevels,
  type Observed,
  type TimelineDay,
  type TimelineSeries,
} from './timelineLayout.ts';
import { Days, Ends, Lines } from './TimelineLines.tsx';

interface TimelineProps {
  readonly label: string;
  readonly days: readonly TimelineDay[];
  /** One to four, from zero. */
  readonly series: readonly TimelineSeries[];
  /** On the axis. */
  readonly printTick: (value: number) => string;
  /** When a day is read: the value with its interval. */
  readonly print: (estimate: Estimate) => string;
  /** What really happened, and what it means that a day stands out. */
  readonly observed?:
    | { readonly label: string; readonly alertLabel?: string; readonly points: readonly Observed[] }
    | undefined;
  /** The stretch of days that is chosen; both may be left out where none can be. */
  readonly range?: Stretch | undefined;
  readonly onRange?: ((range: Stretch | undefined) => void) | undefined;
  readonly empty?: string;
}

const NONE: readonly Observed[] = [];

/** Figures by day, each with the band of its interval and its name at its end. A stretch of days can be chosen. */
export function Timeline(props: TimelineProps) {
  return (
    <Stage isEmpty={props.days.length === 0 || props.series.length === 0} empty={props.empty}>
      {(width) => <TimelinePicture {...props} width={width} />}
    </Stage>
  );
}

function TimelinePicture({ width, ...props }: TimelineProps & { readonly width: number }) {
  const { label, days, series, printTick, observed, range, onRange } = props;
  const points = observed?.points ?? NONE;
  const words = observed ? [observed.label, observed.alertLabel].filter((label) => label !== undefined) : [];
  const legend = legendPlaces(words, 0, width);
  const y = timelineLevels(series, points);
  const ticks = ticksOf(y, 5, printTick);
  const left = gutter(ticks);
  const right =
    width -
    endRoom(
      series.map(({ label }) => label),
      width,
    );
  const x = dayAcross(days.length, { left, right });
  return (
    <Marked
      label={label}
      width={width}
      height={HEIGHT + legend.height}
      marks={dayMarks(props, x, { left, right })}
      across={days.length}
      highlight="line"
      brush={onRange && { range, onRange }}
    >
      <Levels scale={y} ticks={ticks} left={left} right={right} />
      <Days days={days} x={x} room={right - left} />
      <Lines series={series} points={points} count={days.length} left={left} right={right} />
      <Ends {...{ series, x, y, width, right }} />
      {observed && <ObservedDots points={points} x={x} y={y} />}
      <ObservedLegend words={words} places={legend.places} width={width} y={HEIGHT} />
    </Marked>
  );
}

/** Each day is a slice from halfway to its neighbours. */
function dayMarks(
  { days, series, print, observed }: TimelineProps,
  x: (day: number) => number,
  { left, right }: { readonly left: number; readonly right: number },
): readonly Mark[] {
  const slice = days.length < 2 ? right - left : (right - left) / (days.length - 1);
  const within = (from: number, to: number) => ({
    x: Math.max(left, from),
    width: Math.min(right, to) - Math.max(left, from),
  });
  return days.map((day, at) => ({
    ...within(x(at) - slice / 2, x(at) + slice / 2),
    at: x(at),
    y: DRAWN.top,
    height: DRAWN.bottom - DRAWN.top,
    read: () => ({
      title: day.full,
      lines: [
        ...series.flatMap(({ label, values, series }, place) => {
          const value = values[at];
          return value && Number.isFinite(value.value)
            ? [{ words: `${label}: ${print(value)}`, colour: seriesColour(series ?? place) }]
            : [];
        }),
        ...(observed?.points ?? NONE)
          .filter((point) => point.day === at)
          .flatMap(({ value, alert }) => [
            { words: `${observed?.label ?? ''}: ${print({ value, low: value, high: value })}` },
            ...(alert === undefined ? [] : [{ words: alert }]),
          ]),
      ],
    }),
  }));
}

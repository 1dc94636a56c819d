import type { Estimate } from '../analytics/intervals.ts';
import { Levels, Uprights, gutter, ticksOf, type Ticks } from './Axis.tsx';
import { seriesColour } from './colours.ts';
import {
  acrossScale,
  curvePaths,
  markPlaces,
  slices,
  upScale,
  type CurveMark,
  type CurvePoint,
} from './curveLayout.ts';
import { Marked } from './Marked.tsx';
import { Stage } from './Stage.tsx';
import { SMALL, textWidth } from './textWidth.ts';
import type { ValueScale } from './valueScale.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './Curve.module.css';

interface CurveProps {
  readonly label: string;
  /** By rising `x`. */
  readonly points: readonly CurvePoint[];
  readonly marks?: readonly CurveMark[];
  /** What is across, and the values of it. */
  readonly across: string;
  readonly printX: (value: number) => string;
  /** On the axis upwards, and when a point is read. */
  readonly printTick: (value: number) => string;
  readonly print: (estimate: Estimate) => string;
  /** Place among the series colours. */
  readonly series?: number;
  readonly empty?: string;
}

/** How a figure follows another, with the band of its interval and the places that matter. */
export function Curve(props: CurveProps) {
  return (
    <Stage isEmpty={props.points.length === 0} empty={props.empty}>
      {(width) => <CurvePicture {...props} width={width} />}
    </Stage>
  );
}

const BOTTOM = 44;

function CurvePicture({ width, ...props }: CurveProps & { readonly width: number }) {
  const { label, points, marks = [], across, printX, printTick, print, series = 0 } = props;
  // Names may need more lines or fewer when the axis is known; its room does not depend on them.
  const left = gutter(ticksOf(upScale(points, 0), 5, printTick));
  const x = acrossScale(points, marks, [left, width - 12]);
  const names = markPlaces(marks, x);
  const top = names.height + 8;
  const y = upScale(points, top);
  const [bottom = 0] = y.range();
  const paths = curvePaths(points, x, y);
  const ranges = slices(points, x);
  const colour = seriesColour(series);
  return (
    <Marked
      label={label}
      width={width}
      height={bottom + BOTTOM}
      marks={points.map((point, at) => ({
        x: ranges[at]?.from ?? 0,
        width: (ranges[at]?.to ?? 0) - (ranges[at]?.from ?? 0),
        y: top,
        height: bottom - top,
        at: x(point.x),
        read: () => ({
          title: `${across}: ${printX(point.x)}`,
          lines: [{ words: print(point.amount), colour }],
        }),
      }))}
      across={points.length}
      highlight="line"
    >
      <Levels scale={y} ticks={ticksOf(y, 5, printTick)} left={left} right={width - 12} />
      <Uprights scale={x} ticks={acrossTicks(points, x, printX)} top={bottom} bottom={bottom} />
      <path className={styles.band} d={paths.band} fill={colour} data-key="band" />
      <path className={styles.line} d={paths.line} stroke={colour} data-key="line" />
      {points.length < 20 &&
        points.map((point) => (
          <circle key={point.x} cx={x(point.x)} cy={y(point.amount.value)} r="3.5" fill={colour} />
        ))}
      {points.length === 1 && points[0] && (
        <line
          className={styles.line}
          x1={x(points[0].x)}
          x2={x(points[0].x)}
          y1={y(points[0].amount.low)}
          y2={y(points[0].amount.high)}
          stroke={colour}
        />
      )}
      {names.places.map(({ mark, at, start, y: height }) => (
        <g key={mark.label} data-key={mark.label}>
          <line className={styles[mark.look ?? 'plain']} x1={at} x2={at} y1={height + 8} y2={bottom} />
          <Words x={start} y={height} width={width - start} font={{ ...SMALL, weight: 600 }} haloed>
            {mark.label}
          </Words>
        </g>
      ))}
      <Words x={left} y={bottom + 34} width={width - left} font={SMALL} fill={SOFT}>
        {across}
      </Words>
    </Marked>
  );
}

/** Of a single point there is nothing to read between. */
function acrossTicks(points: readonly CurvePoint[], x: ValueScale, print: (value: number) => string): Ticks {
  const [from = 0, to = 0] = x.range();
  const [only] = points;
  if (points.length === 1 && only) return [{ value: only.x, words: print(only.x) }];
  const widest = Math.max(...ticksOf(x, 8, print).map(({ words }) => textWidth(words, SMALL)));
  return ticksOf(x, Math.max(2, Math.min(8, Math.floor((to - from) / (widest + 24)))), print);
}

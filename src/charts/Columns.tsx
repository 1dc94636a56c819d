import type { Estimate } from '../analytics/intervals.ts';
import { Levels, gutter, ticksOf } from './Axis.tsx';
import { seriesColour } from './colours.ts';
import { Marked } from './Marked.tsx';
import { Stage } from './Stage.tsx';
import { SMALL, textWidth } from './textWidth.ts';
import { valueScale } from './valueScale.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './Chart.module.css';

export interface UprightBar {
  readonly key: string;
  /** Below it. */
  readonly label: string;
  readonly amount: Estimate;
  /** When it is pointed at. */
  readonly title: string;
  readonly lines: readonly string[];
  readonly series?: number | undefined;
}

interface ColumnsProps {
  readonly label: string;
  readonly bars: readonly UprightBar[];
  readonly printTick: (value: number) => string;
  /** What the values below the columns are. */
  readonly across: string;
  readonly empty?: string;
}

const TOP = 10;
const DRAWN = 200;
const BOTTOM = 44;
const LEAST = 10;
const MOST = 72;

/** How often something is so many: columns from zero, side by side. */
export function Columns(props: ColumnsProps) {
  const { bars, empty } = props;
  return (
    <Stage
      isEmpty={!bars.some(({ amount }) => amount.value !== 0)}
      empty={empty}
      least={() => 64 + bars.length * LEAST}
    >
      {(width) => <ColumnsPicture {...props} width={width} />}
    </Stage>
  );
}

function ColumnsPicture({
  label,
  bars,
  printTick,
  across,
  width,
}: ColumnsProps & { readonly width: number }) {
  const y = valueScale(
    bars.flatMap(({ amount }) => [amount.value, amount.low, amount.high]),
    [TOP + DRAWN, TOP],
  );
  const ticks = ticksOf(y, 4, printTick);
  const left = gutter(ticks);
  const slot = Math.min(MOST, (width - left) / bars.length);
  const x = (at: number) => left + slot * at;
  const longest = Math.max(...bars.map(({ label }) => textWidth(label, SMALL)));
  const every = Math.max(1, Math.min(Math.ceil((longest + 8) / slot), Math.ceil(64 / slot)));
  const marks = bars.map(({ title, lines }, at) => ({
    x: x(at),
    y: TOP,
    width: slot,
    height: DRAWN,
    read: () => ({ title, lines: lines.map((words) => ({ words })) }),
  }));
  return (
    <Marked label={label} width={width} height={TOP + DRAWN + BOTTOM} marks={marks} highlight="row">
      <Levels scale={y} ticks={ticks} left={left} right={x(bars.length)} />
      {bars.map(({ key, label, amount, series }, at) => {
        const body = { x: x(at) + slot * 0.12, width: slot * 0.76 };
        return (
          <g key={key} data-key={key}>
            <rect {...body} {...between(y(0), y(amount.value))} rx="2" fill={seriesColour(series ?? 0)} />
            {amount.low !== amount.high && (
              <rect {...body} {...between(y(amount.low), y(amount.high))} className={styles.band} />
            )}
            {at % every === 0 && (
              <Words
                x={Math.min(x(at) + slot / 2, width - Math.min(textWidth(label, SMALL), every * slot) / 2)}
                y={TOP + DRAWN + 14}
                width={every * slot - 4}
                anchor="middle"
                font={SMALL}
                fill={SOFT}
              >
                {label}
              </Words>
            )}
          </g>
        );
      })}
      <Words x={left} y={TOP + DRAWN + 34} width={width - left} font={SMALL} fill={SOFT}>
        {across}
      </Words>
    </Marked>
  );
}

const between = (a: number, b: number) => ({ y: Math.min(a, b), height: Math.abs(a - b) });

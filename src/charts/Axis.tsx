import type { ValueScale } from './valueScale.ts';
import { SMALL, widest } from './textWidth.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './Chart.module.css';

const LABEL_GAP = 8;

/** Round values an axis is read by. Where two would print alike, what is counted is whole, and so are the values. */
export function ticksOf(scale: ValueScale, count: number, print: (value: number) => string) {
  const ticks = scale.ticks(count).map((value) => ({ value, words: print(value) }));
  const alike = new Set(ticks.map(({ words }) => words)).size < ticks.length;
  return alike ? ticks.filter(({ value }) => Number.isInteger(value)) : ticks;
}

export type Ticks = ReturnType<typeof ticksOf>;

/** Room for the words of a value axis at the left. */
export function gutter(ticks: Ticks): number {
  return (
    widest(
      ticks.map(({ words }) => words),
      SMALL,
    ) + LABEL_GAP
  );
}

interface LevelsProps {
  readonly scale: ValueScale;
  readonly ticks: Ticks;
  readonly left: number;
  readonly right: number;
}

/** Hairlines across with their values at the left; zero is stronger. */
export function Levels({ scale, ticks, left, right }: LevelsProps) {
  return (
    <g aria-hidden="true">
      {ticks.map(({ value, words }) => (
        <g key={value}>
          <line
            className={value === 0 ? styles.zero : styles.grid}
            x1={left}
            x2={right}
            y1={scale(value)}
            y2={scale(value)}
          />
          <Words x={left - LABEL_GAP} y={scale(value)} anchor="end" font={SMALL} fill={SOFT}>
            {words}
          </Words>
        </g>
      ))}
    </g>
  );
}

interface UprightsProps {
  readonly scale: ValueScale;
  readonly ticks: Ticks;
  readonly top: number;
  readonly bottom: number;
}

/** Hairlines upwards with their values below; zero is stronger. */
export function Uprights({ scale, ticks, top, bottom }: UprightsProps) {
  const [left = 0, right = 0] = scale.range();
  return (
    <g aria-hidden="true">
      {ticks.map(({ value, words }) => (
        <g key={value}>
          <line
            className={value === 0 ? styles.zero : styles.grid}
            x1={scale(value)}
            x2={scale(value)}
            y1={top}
            y2={bottom}
          />
          <Words
            x={scale(value)}
            y={bottom + 12}
            // The outer ones stay inside.
            anchor={scale(value) - left < 1 ? 'start' : right - scale(value) < 1 ? 'end' : 'middle'}
            font={SMALL}
            fill={SOFT}
          >
            {words}
          </Words>
        </g>
      ))}
    </g>
  );
}

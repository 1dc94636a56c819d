import type { HeatMark } from './heat.ts';
import { legendPlaces, LEGEND_LINE } from './legendPlaces.ts';
import { SMALL, textWidth } from './textWidth.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './HeatGrid.module.css';

interface HeatLegendProps {
  readonly low: string;
  readonly high: string;
  readonly darkest: number;
  readonly marks: readonly HeatMark[];
  readonly x: number;
  readonly right: number;
  readonly y: number;
}

const STEPS = [0, 0.25, 0.5, 0.75, 1];
const STEP = 18;

/** What pale and dark stand for, and which cells stand out. */
export function HeatLegend({ low, high, darkest, marks, x, right, y }: HeatLegendProps) {
  const start = x + textWidth(low, SMALL) + 6;
  const end = start + STEPS.length * STEP;
  const { places } = legendPlaces(
    marks.map(({ label }) => label),
    x,
    right,
  );
  return (
    <g aria-hidden="true">
      <Words x={x} y={y + 8} font={SMALL} fill={SOFT}>
        {low}
      </Words>
      {STEPS.map((share, at) => (
        <rect
          key={share}
          className={styles.cell}
          x={start + at * STEP}
          y={y}
          width={STEP}
          height="16"
          fillOpacity={0.06 + (darkest - 0.06) * share}
        />
      ))}
      <Words x={end + 6} y={y + 8} font={SMALL} fill={SOFT}>
        {high}
      </Words>
      {marks.map(({ look, label }, at) => {
        const place = places[at];
        if (!place) return null;
        const line = y + 26 + place.line * LEGEND_LINE;
        return (
          <g key={look}>
            <rect className={styles[look]} x={place.x + 1} y={line} width="12" height="12" rx="2" />
            <Words x={place.text} y={line + 6} width={right - place.text} font={SMALL}>
              {label}
            </Words>
          </g>
        );
      })}
    </g>
  );
}

import type { Stretch } from './brush.ts';
import type { Mark } from './marks.ts';
import styles from './Chart.module.css';

/** How the mark that is read stands out: `row` behind it, `cell` around it, `line` through it, `none` where the picture does it. */
export type Highlight = 'row' | 'cell' | 'line' | 'none';

interface OutlinedProps {
  readonly mark: Mark;
  readonly highlight: Highlight;
}

/** Shows which mark is read. Not part of the picture that is saved. */
export function Outlined({ mark, highlight }: OutlinedProps) {
  const { x, y, width, height } = mark;
  if (highlight === 'line')
    return (
      <line
        data-unsaved=""
        data-current=""
        className={styles.crosshair}
        x1={mark.at ?? x + width / 2}
        x2={mark.at ?? x + width / 2}
        y1={y}
        y2={y + height}
      />
    );
  const looks = { row: styles.current, cell: styles.outline, none: styles.nothing };
  return (
    <rect data-unsaved="" data-current="" className={looks[highlight]} {...{ x, y, width, height }} rx="4" />
  );
}

/** The stretch of days that is chosen. */
export function RangeBox({ marks, chosen }: { readonly marks: readonly Mark[]; readonly chosen: Stretch }) {
  const [first, last] = [marks[chosen.from], marks[chosen.to]];
  if (!first || !last) return null;
  return (
    <rect
      className={styles.range}
      x={first.x}
      y={first.y}
      width={last.x + last.width - first.x}
      height={first.height}
    />
  );
}

import type { Mark } from './marks.ts';
import type { Sight } from './sight.ts';
import styles from './Chart.module.css';

interface BubbleProps {
  readonly mark: Mark;
  readonly sight: Sight;
  readonly width: number;
  readonly height: number;
}

const GAP = 10;
const LEAST = 140;

/** What a mark says, beside it and inside the picture's width. */
export function Bubble({ mark, sight, width, height }: BubbleProps) {
  const { title, lines } = mark.read();
  const right = Math.min(width, sight.right);
  const goesRight = mark.x + mark.width / 2 < (sight.left + right) / 2;
  // Long boxes (whole rows) are read below or above; narrow ones beside.
  const isLong = mark.width > width / 2;
  const across = isLong ? width - GAP : goesRight ? right - mark.x - mark.width : mark.x - sight.left;
  const below = mark.y + mark.height / 2 < height / 2;
  return (
    <div
      aria-hidden="true"
      className={styles.bubble}
      style={{
        maxInlineSize: Math.max(LEAST, Math.min(320, across - GAP)),
        ...(isLong
          ? { right: GAP }
          : goesRight
            ? { left: mark.x + mark.width + GAP }
            : { right: width - mark.x + GAP }),
        ...(below
          ? { top: isLong ? mark.y + mark.height + 2 : Math.max(0, mark.y) }
          : { bottom: isLong ? height - mark.y + 2 : Math.max(0, height - mark.y - mark.height) }),
      }}
    >
      <strong>{title}</strong>
      {lines.map(({ words, colour }, at) => (
        <span key={at} className={styles.line}>
          {colour && <span className={styles.swatch} style={{ background: colour }} />}
          {words}
        </span>
      ))}
    </div>
  );
}

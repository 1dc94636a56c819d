import { classes } from '../ui/classes.ts';
import { fitText, PLAIN, type Font } from './textWidth.ts';
import styles from './Chart.module.css';

/** The colour of words that step back. */
export const SOFT = 'var(--text-soft)';

interface WordsProps {
  readonly x: number;
  /** Of the middle of the line. */
  readonly y: number;
  /** More is cut; the whole text is then its title. */
  readonly width?: number;
  readonly font?: Font;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string | undefined;
  /** Over other marks: with a rim that parts it from them. */
  readonly haloed?: boolean;
  readonly children: string;
}

/** One line of text in a picture, never scaled. */
export function Words({
  x,
  y,
  width = Infinity,
  font = PLAIN,
  anchor = 'start',
  fill = 'var(--text)',
  haloed,
  children,
}: WordsProps) {
  const shown = fitText(children, width, font);
  return (
    <text
      x={x}
      // Half the height of a capital: browsers differ about other baselines, saved files even more.
      y={y + font.size * 0.36}
      fontSize={font.size}
      fontWeight={font.weight}
      textAnchor={anchor}
      fill={fill}
      className={classes(styles.words, haloed && styles.haloed)}
    >
      {shown}
      {shown !== children && <title>{children}</title>}
    </text>
  );
}

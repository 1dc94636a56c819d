import { TrendingDown, TrendingUp } from 'lucide-react';
import { Icon } from '../../../ui/Icon.tsx';
import type { GhostWords } from './ghostWords.ts';
import styles from './GhostFigure.module.css';

interface GhostFigureProps {
  readonly words: GhostWords;
  /** With the chance that a launch comes out so. */
  readonly whole?: boolean;
}

/** What the last change did to a figure: better or worse in words and colour, up or down as a picture. */
export function GhostFigure({ words: { turn, short, whole: long }, whole = false }: GhostFigureProps) {
  const icon = short.startsWith('−') ? TrendingDown : TrendingUp;
  return (
    <span className={styles.figure} data-turn={turn}>
      {(turn === 'better' || turn === 'worse') && <Icon of={icon} size={14} />}
      {whole ? long : short}
    </span>
  );
}

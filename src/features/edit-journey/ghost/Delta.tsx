import { TrendingDown, TrendingUp } from 'lucide-react';
import { Icon } from '../../../ui/Icon.tsx';
import type { DeltaWords } from './deltaWords.ts';
import styles from './Delta.module.css';

interface DeltaProps {
  readonly words: DeltaWords;
  /** With the chance that a launch comes out so. */
  readonly whole?: boolean;
}

/** What the last change did to a figure: better or worse in words and colour, up or down as a picture. */
export function Delta({ words: { turn, short, whole: long }, whole = false }: DeltaProps) {
  const icon = short.startsWith('−') ? TrendingDown : TrendingUp;
  return (
    <span className={styles.delta} data-turn={turn}>
      {(turn === 'better' || turn === 'worse') && <Icon of={icon} size={14} />}
      {whole ? long : short}
    </span>
  );
}

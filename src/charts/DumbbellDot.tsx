import { DOT, type DumbbellModel } from './dumbbellLayout.ts';
import { Words } from './Words.tsx';
import styles from './Dumbbell.module.css';

/** A model as it is drawn. */
export interface Entry extends DumbbellModel {
  readonly letter: string;
  readonly colour: string;
  readonly shown: boolean;
}

interface DotProps {
  readonly entry: Pick<Entry, 'letter' | 'colour'>;
  readonly x: number;
  readonly y: number;
}

/** What a model says: its colour, and its letter for whoever does not tell colours apart. */
export function Dot({ entry, x, y }: DotProps) {
  return (
    <>
      <circle className={styles.dot} cx={x} cy={y} r={DOT} fill={entry.colour} />
      <Words x={x} y={y} anchor="middle" font={{ size: 12, weight: 600 }} fill="var(--surface-raised)">
        {entry.letter}
      </Words>
    </>
  );
}

/** The truth. */
export function Diamond({ x, y }: { readonly x: number; readonly y: number }) {
  return <path className={styles.truth} d={`M${x},${y - 8}L${x + 8},${y}L${x},${y + 8}L${x - 8},${y}Z`} />;
}

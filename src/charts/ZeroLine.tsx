import styles from './Chart.module.css';

interface ZeroLineProps {
  readonly x: number;
  /** From where to where, per row: not through words that stand above a bar. */
  readonly rows: readonly { readonly y: number; readonly height: number }[];
}

/** Where bars begin. */
export function ZeroLine({ x, rows }: ZeroLineProps) {
  return rows.map(({ y, height }) => (
    <line key={y} className={styles.zero} x1={x} x2={x} y1={y} y2={y + height} />
  ));
}

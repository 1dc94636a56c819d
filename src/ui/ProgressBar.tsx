import styles from './ProgressBar.module.css';

interface ProgressBarProps {
  readonly label: string;
  /** 0–1 */
  readonly share: number;
}

export function ProgressBar({ label, share }: ProgressBarProps) {
  const per = Math.round(Math.max(0, Math.min(1, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={per}
      aria-valuemin={0}
      aria-valuemax={100}
      className={styles.track}
    >
      <div className={styles.done} style={{ inlineSize: `${per}%` }} />
    </div>
  );
}

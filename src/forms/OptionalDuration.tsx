import type { ReactNode } from 'react';
import { Switch } from '../ui/Switch.tsx';
import type { Minutes } from '../journey/units.ts';
import { DurationField } from './DurationField.tsx';
import styles from './fields.module.css';

interface OptionalDurationProps {
  /** What switching it on means. */
  readonly label: string;
  readonly help: ReactNode;
  readonly durationLabel: string;
  readonly value: Minutes | undefined;
  /** The duration that it starts with when it is switched on. */
  readonly initial: Minutes;
  readonly onChange: (value: Minutes | undefined, typing?: boolean) => void;
}

export function OptionalDuration({
  label,
  help,
  durationLabel,
  value,
  initial,
  onChange,
}: OptionalDurationProps) {
  return (
    <div className={styles.stack}>
      <Switch
        label={label}
        help={help}
        checked={value !== undefined}
        onChange={(on) => onChange(on ? initial : undefined)}
      />
      {value !== undefined && (
        <div className={styles.indent}>
          <DurationField
            label={durationLabel}
            value={value}
            onChange={(duration) => onChange(duration, true)}
          />
        </div>
      )}
    </div>
  );
}

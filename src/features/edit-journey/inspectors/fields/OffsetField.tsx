import { useTranslation } from 'react-i18next';
import { minutes, MINUTES_PER_DAY } from '../../../../journey/units.ts';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { directionOf, DIRECTIONS, signed } from './direction.ts';
import { DurationField } from '../../../../forms/DurationField.tsx';
import styles from '../../../../forms/fields.module.css';

interface OffsetFieldProps {
  readonly label: string;
  readonly durationLabel: string;
  /** Minutes, negative: before. */
  readonly value: number;
  readonly onChange: (offsetMinutes: number, typing?: boolean) => void;
}

/** "2 hours before", without a minus to think about. */
export function OffsetField({ label, durationLabel, value, onChange }: OffsetFieldProps) {
  const { t } = useTranslation();
  const direction = directionOf(value);
  const length = Math.abs(value);
  return (
    <div className={styles.stack}>
      <ChoiceField
        label={label}
        value={direction}
        values={DIRECTIONS}
        words={(one) => t(`inspectors.date.${one}`)}
        onChange={(chosen) => onChange(signed(chosen, length === 0 ? MINUTES_PER_DAY : length))}
      />
      {direction !== 'on' && (
        <DurationField
          label={durationLabel}
          min={1}
          value={minutes(length)}
          onChange={(next) => onChange(signed(direction, next), true)}
        />
      )}
    </div>
  );
}

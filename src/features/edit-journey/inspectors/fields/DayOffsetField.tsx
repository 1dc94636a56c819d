import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { directionOf, DIRECTIONS, signed } from './direction.ts';
import styles from '../../../../forms/fields.module.css';

interface DayOffsetFieldProps {
  readonly label: string;
  /** Whole days, negative: before. */
  readonly value: number;
  readonly onChange: (days: number, typing?: boolean) => void;
}

const FARTHEST_DAYS = 3650;

/** "3 days before", without a minus to think about. */
export function DayOffsetField({ label, value, onChange }: DayOffsetFieldProps) {
  const { t } = useTranslation();
  const direction = directionOf(value);
  return (
    <div className={styles.pair}>
      <ChoiceField
        label={label}
        value={direction}
        values={DIRECTIONS}
        words={(one) => t(`inspectors.date.${one}`)}
        onChange={(chosen) => onChange(signed(chosen, Math.max(1, Math.abs(value))))}
      />
      {direction !== 'on' && (
        <Field label={t('inspectors.entry.offsetDays')}>
          <NumberInput
            integer
            unit={t('inspectors.unit.days')}
            min={1}
            max={FARTHEST_DAYS}
            value={Math.abs(value)}
            onChange={(days) => onChange(signed(direction, days), true)}
          />
        </Field>
      )}
    </div>
  );
}

import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { Select } from '../ui/Select.tsx';
import { Slider } from '../ui/Slider.tsx';
import { useFormat } from '../i18n/useFormat.ts';
import { minutes as toMinutes, type Minutes } from '../journey/units.ts';
import { DURATION_STOPS, stopAt } from './durationStops.ts';
import { DURATION_UNITS, LONGEST_MINUTES, MINUTES_IN, unitOf, type DurationUnit } from './durations.ts';
import styles from './fields.module.css';

interface DurationFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly hideLabel?: boolean;
  readonly value: Minutes;
  readonly onChange: (value: Minutes) => void;
  readonly min?: number;
  /** A slider below the box, from here on to a quarter of a year. */
  readonly slider?: boolean;
  /** What is wrong although it was taken. */
  readonly doubt?: string | undefined;
}

/** A number and a unit. Durations are whole minutes, so a day and a half is fine and a third of a minute is not. */
export function DurationField({
  label,
  help,
  hideLabel = false,
  value,
  onChange,
  min = 0,
  slider = false,
  doubt,
}: DurationFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const unitId = useId();
  // The unit that was chosen or typed in holds for that value; any other (undo, another step) shows in its own.
  const [chosen, setChosen] = useState({ unit: unitOf(value), minutes: value });
  const unit = chosen.minutes === value ? chosen.unit : unitOf(value);
  const size = MINUTES_IN[unit];
  const become = (next: Minutes, nextUnit: DurationUnit) => {
    setChosen({ unit: nextUnit, minutes: next });
    onChange(next);
  };

  const complain = (amount: number) =>
    Math.abs(Math.round(amount * size) - amount * size) < 1e-6
      ? undefined
      : t('inspectors.duration.notWhole');
  return (
    <Field label={label} help={help} hideLabel={hideLabel} error={doubt}>
      <span className={styles.duration}>
        <NumberInput
          value={Number((value / size).toPrecision(8))}
          inForce={value}
          min={min / size}
          max={LONGEST_MINUTES / size}
          complain={complain}
          onChange={(amount) => become(toMinutes(Math.round(amount * size)), unit)}
        />
        <Select
          id={unitId}
          aria-label={t('inspectors.duration.unitOf', { label })}
          value={unit}
          options={DURATION_UNITS.map((name) => ({ value: name, label: t(`inspectors.duration.${name}`) }))}
          onChange={(nextUnit) => {
            // "2 hours" becomes "2 days": the number stays, as in a sentence.
            const next = Math.min(LONGEST_MINUTES, Math.round((value / size) * MINUTES_IN[nextUnit]));
            become(toMinutes(Math.max(min, next)), nextUnit);
          }}
        />
      </span>
      {slider && (
        <Slider
          aria-label={t('inspectors.slider', { label })}
          min={stopAt(min)}
          max={DURATION_STOPS.length - 1}
          step={1}
          value={stopAt(value)}
          valueText={format.duration(value)}
          onChange={(stop) => {
            const minutes = toMinutes(DURATION_STOPS[stop] ?? 0);
            become(minutes, unitOf(minutes));
          }}
        />
      )}
    </Field>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTimeFrom, endTimeFrom } from './clockTime.ts';
import { CheckedInput } from './CheckedInput.tsx';

interface ClockFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** Whether 24:00 is a time, too. */
  readonly endOfDay?: boolean;
  /** `hh:mm` */
  readonly value: string;
  readonly onChange: (clock: string) => void;
}

/** A time of day, typed: 9, 9:30 and 0930 are all understood. */
export function ClockField({ label, help, endOfDay = false, value, onChange }: ClockFieldProps) {
  const { t } = useTranslation();
  const read = endOfDay ? endTimeFrom : clockTimeFrom;
  return (
    <CheckedInput
      label={label}
      help={help}
      value={value}
      placeholder="09:00"
      complain={(text) => (read(text) === undefined ? t('inspectors.clock.invalid') : undefined)}
      onChange={(text) => onChange(read(text) ?? value)}
    />
  );
}

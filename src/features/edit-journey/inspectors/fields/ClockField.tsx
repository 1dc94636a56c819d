import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTimeFrom } from '../clockTime.ts';
import { CheckedInput } from './CheckedInput.tsx';

interface ClockFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** `hh:mm` */
  readonly value: string;
  readonly onChange: (clock: string) => void;
}

/** A time of day, typed: 9, 9:30 and 0930 are all understood. */
export function ClockField({ label, help, value, onChange }: ClockFieldProps) {
  const { t } = useTranslation();
  return (
    <CheckedInput
      label={label}
      help={help}
      value={value}
      placeholder="09:00"
      maxLength={8}
      complain={(text) => (clockTimeFrom(text) === undefined ? t('inspectors.clock.invalid') : undefined)}
      onChange={(text) => onChange(clockTimeFrom(text) ?? value)}
    />
  );
}

import type { ReactNode } from 'react';
import { Field } from '../ui/Field.tsx';
import { NumberInput } from '../ui/NumberInput.tsx';
import { money, type Money } from '../journey/units.ts';

export interface AmountFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
  readonly hideLabel?: boolean;
  /** What is wrong although it was taken. */
  readonly doubt?: string | undefined;
  readonly currency: string;
  readonly value: Money | undefined;
  readonly placeholder?: string;
  readonly onChange: (value: Money) => void;
  /** When given, an empty box is allowed. */
  readonly onEmpty?: () => void;
}

const MOST_MONEY = 1e12;

/** An amount in a currency. */
export function AmountField({
  label,
  help,
  aside,
  hideLabel = false,
  doubt,
  currency,
  onChange,
  ...rest
}: AmountFieldProps) {
  return (
    <Field label={label} help={help} aside={aside} hideLabel={hideLabel} error={doubt}>
      <NumberInput
        min={0}
        max={MOST_MONEY}
        unit={currency}
        onChange={(amount) => onChange(money(amount))}
        {...rest}
      />
    </Field>
  );
}

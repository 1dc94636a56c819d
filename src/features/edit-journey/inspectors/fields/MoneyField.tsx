import type { ReactNode } from 'react';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { money, type Money } from '../../../../journey/units.ts';
import { useJourney } from '../useSurroundings.ts';

interface MoneyFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
  readonly value: Money | undefined;
  readonly placeholder?: string;
  readonly onChange: (value: Money) => void;
  /** When given, an empty box is allowed. */
  readonly onEmpty?: () => void;
}

const MOST_MONEY = 1e12;

/** An amount in the journey's currency. */
export function MoneyField({ label, help, aside, onChange, ...rest }: MoneyFieldProps) {
  const currency = useJourney()?.settings.currency ?? 'USD';
  return (
    <Field label={label} help={help} aside={aside}>
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

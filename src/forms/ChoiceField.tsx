import type { ReactNode } from 'react';
import { Field } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly hideLabel?: boolean;
  readonly value: T;
  readonly values: readonly T[];
  readonly words: (value: T) => string;
  readonly onChange: (value: T) => void;
}

/** One of a fixed list, each in words. */
export function ChoiceField<T extends string>({
  label,
  help,
  error,
  hideLabel = false,
  value,
  values,
  words,
  onChange,
}: ChoiceFieldProps<T>) {
  return (
    <Field label={label} help={help} error={error} hideLabel={hideLabel}>
      <Select
        value={value}
        options={values.map((one) => ({ value: one, label: words(one) }))}
        onChange={onChange}
      />
    </Field>
  );
}

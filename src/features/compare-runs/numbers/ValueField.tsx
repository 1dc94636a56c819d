import { useTranslation } from 'react-i18next';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import { DurationField } from '../../../forms/DurationField.tsx';
import { minutes } from '../../../journey/units.ts';
import { scaleOf } from '../../../legend/printAssumption.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';

interface ValueFieldProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly parameter: Sweepable;
  readonly value: number;
  readonly currency: string;
  readonly onChange: (value: number) => void;
}

/** A value that a parameter can have, in its own unit. */
export function ValueField({
  label,
  hideLabel = false,
  parameter,
  value,
  currency,
  onChange,
}: ValueFieldProps) {
  const { t } = useTranslation();
  const { unit, least, most, whole } = parameter;
  if (unit === 'minutes')
    return (
      <DurationField
        label={label}
        hideLabel={hideLabel}
        value={minutes(Math.round(value))}
        min={least}
        onChange={onChange}
      />
    );
  const { scale, words } = unit === 'percent' ? { scale: 1, words: '%' } : scaleOf(unit, { t, currency });
  return (
    <Field label={label} hideLabel={hideLabel}>
      <NumberInput
        {...(words && { unit: words })}
        min={least * scale}
        max={most * scale}
        integer={whole}
        value={Number((value * scale).toPrecision(6))}
        onChange={(typed) => onChange(typed / scale)}
      />
    </Field>
  );
}

import { useMemo } from 'react';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Figures } from './figures.ts';
import { parameterGroup, parameterName, printValue } from './parameterWords.ts';
import type { Parameters } from './useParameters.ts';

interface ParameterSelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly parameters: Parameters;
  readonly figures: Figures;
  readonly onChange: (parameter: Sweepable) => void;
}

/** One of the numbers of the open journey, each with what it is now. */
export function ParameterSelect({
  label,
  hideLabel = false,
  value,
  parameters,
  figures,
  onChange,
}: ParameterSelectProps) {
  const { all, design } = parameters;
  const options = useMemo(
    () =>
      all.map((one) => ({
        value: one.id,
        label: figures.t('compareRuns.parameter.now', {
          name: parameterName(one, design, figures),
          value: printValue(one, one.value, figures),
        }),
        group: figures.t(`compareRuns.parameter.group.${parameterGroup(one)}`),
      })),
    [all, design, figures],
  );
  return (
    <Field label={label} hideLabel={hideLabel}>
      <Select
        value={value}
        options={options}
        onChange={(id) => {
          const chosen = all.find((one) => one.id === id);
          if (chosen) onChange(chosen);
        }}
      />
    </Field>
  );
}

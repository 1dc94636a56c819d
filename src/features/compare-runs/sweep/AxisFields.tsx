import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { FEWEST_POINTS } from '../../../analytics/compare/grid.ts';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import type { Figures } from '../numbers/figures.ts';
import { ParameterSelect } from '../numbers/ParameterSelect.tsx';
import type { Parameters } from '../numbers/useParameters.ts';
import { ValueField } from '../numbers/ValueField.tsx';
import { axisOf, type Axis } from './axis.ts';
import styles from '../compareRuns.module.css';

interface AxisFieldsProps {
  readonly label: string;
  readonly axis: Axis;
  readonly parameters: Parameters;
  readonly figures: Figures;
  readonly most: number;
  readonly onChange: (axis: Axis) => void;
  /** Absent: it cannot be taken away. */
  readonly onRemove?: () => void;
}

/** Which number is tried, between which values, at how many of them. */
export function AxisFields({ label, axis, parameters, figures, most, onChange, onRemove }: AxisFieldsProps) {
  const { t } = useTranslation();
  const { currency } = figures;
  const of = parameters.all.find(({ id }) => id === axis.parameter);
  return (
    <div role="group" aria-label={label} className={styles.axis}>
      <ParameterSelect
        label={label}
        value={axis.parameter}
        parameters={parameters}
        figures={figures}
        onChange={(next) => onChange(axisOf(next, axis.points))}
      />
      {of && (
        <>
          <ValueField
            key={`${of.id}.from`}
            label={t('compareRuns.sweep.from')}
            parameter={of}
            value={axis.from}
            currency={currency}
            onChange={(from) => onChange({ ...axis, from })}
          />
          <ValueField
            key={`${of.id}.to`}
            label={t('compareRuns.sweep.to')}
            parameter={of}
            value={axis.to}
            currency={currency}
            onChange={(to) => onChange({ ...axis, to })}
          />
        </>
      )}
      <Field label={t('compareRuns.sweep.points')}>
        <NumberInput
          integer
          min={FEWEST_POINTS}
          max={most}
          value={Math.min(most, axis.points)}
          onChange={(points) => onChange({ ...axis, points })}
        />
      </Field>
      {onRemove && <IconButton icon={X} label={t('compareRuns.sweep.removeSecond')} onClick={onRemove} />}
    </div>
  );
}

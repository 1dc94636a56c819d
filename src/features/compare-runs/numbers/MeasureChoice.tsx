import { useTranslation } from 'react-i18next';
import { PAIRED_METRICS, type PairedMetric } from '../../../analytics/report.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';

interface MeasureChoiceProps {
  readonly value: PairedMetric;
  readonly onChange: (metric: PairedMetric) => void;
}

/** By which figure it is judged. */
export function MeasureChoice({ value, onChange }: MeasureChoiceProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('compareRuns.measure.label')}>
      <Select
        value={value}
        options={PAIRED_METRICS.map((metric) => ({ value: metric, label: t(`words.metric.${metric}`) }))}
        onChange={onChange}
      />
    </Field>
  );
}

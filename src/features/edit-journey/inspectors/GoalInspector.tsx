import { useTranslation } from 'react-i18next';
import { Switch } from '../../../ui/Switch.tsx';
import { MoneyField } from './fields/MoneyField.tsx';
import { Section } from '../../../forms/Section.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { StepForm } from './StepForm.tsx';

export function GoalInspector({ id, step, onChange }: InspectorProps<'goal'>) {
  const { t } = useTranslation();
  const change = editing<'goal'>({ id, onChange });
  const { conversion } = step;
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.goal.what')}>
        <Switch
          label={t('inspectors.goal.conversion')}
          help={t('inspectors.goal.conversionHint')}
          checked={conversion !== undefined}
          onChange={(on) => change(put(step, 'conversion', on ? {} : undefined))}
        />
        {conversion && (
          <MoneyField
            label={t('inspectors.goal.value')}
            help={t('inspectors.goal.valueHint')}
            value={conversion.value}
            onChange={(value) => change({ ...step, conversion: { value } }, 'value')}
            onEmpty={() => change({ ...step, conversion: {} }, 'value')}
          />
        )}
      </Section>
    </StepForm>
  );
}

import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from './optional.ts';
import { StepForm } from './StepForm.tsx';

export function ExitInspector({ id, step, onChange }: InspectorProps<'exit'>) {
  const { t } = useTranslation();
  const change = editing<'exit'>({ id, onChange });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Field label={t('inspectors.exit.reason')} help={t('inspectors.exit.reasonHint')}>
        <TextInput
          maxLength={200}
          value={step.reason ?? ''}
          onChange={(reason) => change(put(step, 'reason', reason === '' ? undefined : reason), 'reason')}
        />
      </Field>
    </StepForm>
  );
}

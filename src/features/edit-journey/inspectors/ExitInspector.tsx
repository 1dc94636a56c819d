import { useTranslation } from 'react-i18next';
import { shortText } from '../../../ui/complaints.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { StepForm } from './StepForm.tsx';

export function ExitInspector({ id, step, onChange }: InspectorProps<'exit'>) {
  const { t } = useTranslation();
  const change = editing<'exit'>({ id, onChange });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <CheckedInput
        label={t('inspectors.exit.reason')}
        help={t('inspectors.exit.reasonHint')}
        value={step.reason ?? ''}
        complain={shortText(t)}
        onChange={(reason) => change(put(step, 'reason', reason === '' ? undefined : reason), 'reason')}
      />
    </StepForm>
  );
}

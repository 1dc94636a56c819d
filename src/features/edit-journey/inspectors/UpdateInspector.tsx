import { useTranslation } from 'react-i18next';
import type { Change } from '../../../journey/steps/update.ts';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { StepForm } from './StepForm.tsx';
import { ChangeFields } from './update/ChangeFields.tsx';

const TYPES = [
  'set',
  'addScore',
  'addTag',
  'removeTag',
  'suppress',
] as const satisfies readonly Change['type'][];

export function UpdateInspector({ id, step, onChange }: InspectorProps<'update'>) {
  const { t } = useTranslation();
  const change = editing<'update'>({ id, onChange });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.update.changes')} hint={t('inspectors.update.hint')}>
        <RowList<Change>
          rows={step.changes}
          nameOf={(_, index) => t('inspectors.update.change', { number: index + 1 })}
          addLabel={t('inspectors.update.add')}
          empty={t('inspectors.update.none')}
          fresh={() => freshChange('addTag')}
          onChange={(changes, field) => change({ ...step, changes }, field)}
          head={(one, _, set) => (
            <ChoiceField
              label={t('inspectors.update.type')}
              hideLabel
              value={one.type}
              values={TYPES}
              words={(type) => t(`inspectors.update.typeOf.${type}`)}
              onChange={(type) => set(freshChange(type))}
            />
          )}
          body={(one, _, set) => <ChangeFields key={one.type} change={one} onChange={set} />}
        />
        <FieldProblem path={`steps.${id}.changes`} />
      </Section>
    </StepForm>
  );
}

function freshChange(type: Change['type']): Change {
  switch (type) {
    case 'set':
      return { type, column: 'status', value: 'contacted' };
    case 'addScore':
      return { type, points: 10 };
    case 'addTag':
    case 'removeTag':
      return { type, tag: 'follow-up' };
    case 'suppress':
      return { type, channel: 'all' };
  }
}

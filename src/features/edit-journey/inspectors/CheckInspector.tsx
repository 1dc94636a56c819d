import { useTranslation } from 'react-i18next';
import { Switch } from '../../../ui/Switch.tsx';
import { RESPONSES, type Response } from '../../../journey/steps/check.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { DurationField } from '../../../forms/DurationField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { Section } from '../../../forms/Section.tsx';
import { GhostNote } from '../ghost/GhostNote.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { StepForm } from './StepForm.tsx';
import { sends, useSteps } from './useSurroundings.ts';
import styles from '../../../forms/fields.module.css';

const LATEST = 'latest';
const STARTS = ['arrival', 'send'] as const;

export function CheckInspector({ id, step, onChange }: InspectorProps<'check'>) {
  const { t } = useTranslation();
  const change = editing<'check'>({ id, onChange });
  const toggle = (response: Response, on: boolean) =>
    change({
      ...step,
      responses: RESPONSES.filter((one) => (one === response ? on : step.responses.includes(one))),
    });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.check.what')}>
        <MessageField on={step.on} onChange={(on) => change({ ...step, on })} />
        <DurationField
          slider
          label={t('inspectors.check.window')}
          value={step.windowMinutes}
          doubt={step.windowMinutes === 0 ? t('inspectors.check.windowZero') : undefined}
          onChange={(windowMinutes) => change({ ...step, windowMinutes }, 'window')}
        />
        <GhostNote />
        <FieldProblem path={`steps.${id}.on`} />
        <ChoiceField
          label={t('inspectors.check.windowFrom')}
          value={step.windowFrom}
          values={STARTS}
          words={(from) => t(`inspectors.check.windowFromOf.${from}`)}
          onChange={(windowFrom) => change({ ...step, windowFrom })}
        />
      </Section>
      <Section title={t('inspectors.check.responses')} hint={t('inspectors.check.responsesHint')}>
        <div className={styles.choices}>
          {RESPONSES.map((response) => (
            <Switch
              key={response}
              label={t(`words.exit.${response}`)}
              help={t(`inspectors.check.responseHint.${response}`)}
              checked={step.responses.includes(response)}
              onChange={(on) => toggle(response, on)}
            />
          ))}
        </div>
        <FieldProblem path={`steps.${id}.responses`} />
      </Section>
      <Section title={t('inspectors.check.order')}>
        <Switch
          label={t('inspectors.check.ranked')}
          help={t('inspectors.check.rankedHint')}
          checked={step.ranked}
          onChange={(ranked) => change({ ...step, ranked })}
        />
        <FieldProblem path={`steps.${id}.ranked`} />
      </Section>
    </StepForm>
  );
}

type On = InspectorProps<'check'>['step']['on'];

function MessageField({ on, onChange }: { readonly on: On; readonly onChange: (on: On) => void }) {
  const { t } = useTranslation();
  const messages = useSteps(sends);
  const gone = on !== LATEST && !messages.some(({ id }) => id === on);
  return (
    <Field
      label={t('inspectors.check.on')}
      help={messages.length === 0 ? t('inspectors.check.noMessages') : undefined}
      error={gone ? t('inspectors.check.goneReason') : undefined}
    >
      <Select<string>
        value={on}
        options={[
          { value: LATEST, label: t('inspectors.check.latest') },
          ...messages.map(({ id, step }) => ({ value: id, label: step.name })),
          ...(gone ? [{ value: on, label: t('inspectors.check.gone', { id: on }) }] : []),
        ]}
        onChange={(chosen) => onChange(messages.find(({ id }) => id === chosen)?.id ?? LATEST)}
      />
    </Field>
  );
}

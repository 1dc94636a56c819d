import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { StepId } from '../../../journey/journey.ts';
import { MAX_PASSES } from '../../../journey/limits.ts';
import { NO_RESPONSE } from '../../../journey/steps/check.ts';
import { exitsOf, type Step } from '../../../journey/steps/index.ts';
import { exitLabel } from '../../../legend/exitLabel.ts';
import { stepSummary } from '../../../legend/stepSummary.ts';
import { CheckedArea } from '../../../forms/CheckedArea.tsx';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { Fold } from '../../../forms/Section.tsx';
import { put } from '../../../forms/optional.ts';
import { useJourney } from './useSurroundings.ts';
import styles from '../../../forms/fields.module.css';
import { requiredText } from '../../../ui/complaints.ts';

interface StepFormProps<S extends Step> {
  readonly id: StepId;
  readonly step: S;
  readonly onChange: (step: S, field?: string) => void;
  readonly children: ReactNode;
}

/** What every step has, around what this kind has. The key keeps half-typed text with the step it was typed for. */
export function StepForm<S extends Step>({ id, step, onChange, children }: StepFormProps<S>) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useJourney()?.settings;
  const limit = settings?.maxPasses ?? 10;
  const passesBy = passingExit(step);
  return (
    <div key={id} className={styles.form}>
      <p dir="auto" className={styles.summary}>
        {stepSummary(step, { t, format, currency: settings?.currency ?? 'USD' })}
      </p>
      <CheckedInput
        label={t('inspectors.step.name')}
        value={step.name}
        complain={requiredText(t, t('inspectors.step.nameMissing'))}
        onChange={(name) => onChange({ ...step, name }, 'name')}
      />
      {children}
      <Fold title={t('inspectors.step.more')}>
        <CheckedArea
          label={t('inspectors.step.note')}
          help={t('inspectors.step.noteHint')}
          rows={2}
          value={step.note ?? ''}
          onChange={(note) => onChange(put(step, 'note', note === '' ? undefined : note), 'note')}
        />
        {passesBy !== undefined && (
          <>
            <Switch
              label={t('inspectors.step.on')}
              help={t('inspectors.step.offHint', { exit: exitLabel(step, passesBy, t) })}
              checked={!step.disabled}
              onChange={(on) => onChange(put(step, 'disabled', on ? undefined : true))}
            />
            <Field
              label={t('inspectors.step.maxPasses')}
              help={t('inspectors.step.maxPassesHint', { limit })}
            >
              <NumberInput
                integer
                unit={t('inspectors.unit.times')}
                min={1}
                max={MAX_PASSES}
                placeholder={String(limit)}
                value={step.maxPasses}
                onChange={(passes) => onChange(put(step, 'maxPasses', passes), 'maxPasses')}
                onEmpty={() => onChange(put(step, 'maxPasses', undefined), 'maxPasses')}
              />
            </Field>
            <FieldProblem path={`steps.${id}.maxPasses`} />
          </>
        )}
      </Fold>
    </div>
  );
}

/** Where contacts go while the step is switched off; undefined for the kinds that cannot be. */
function passingExit(step: Step): string | undefined {
  if (step.kind === 'entry') return undefined;
  if (step.kind === 'split') return 'else';
  return step.kind === 'check' ? NO_RESPONSE : exitsOf(step)[0];
}

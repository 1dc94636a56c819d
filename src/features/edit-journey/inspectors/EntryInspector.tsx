import { useTranslation } from 'react-i18next';
import { DraftPart } from '../../../ui/DraftPart.tsx';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { EVERYONE } from '../../../journey/rules.ts';
import type { EntryTrigger } from '../../../journey/steps/entry.ts';
import { hours } from '../../../journey/units.ts';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { ClockField } from '../../../forms/ClockField.tsx';
import { ColumnField } from './fields/ColumnField.tsx';
import { DayOffsetField } from './fields/DayOffsetField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { HourProfileField } from './fields/HourProfileField.tsx';
import { OptionalDuration } from '../../../forms/OptionalDuration.tsx';
import { Section } from '../../../forms/Section.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { RuleEditor } from './rules/RuleEditor.tsx';
import { StepForm } from './StepForm.tsx';
import { useColumns, useJourney } from './useSurroundings.ts';
import styles from '../../../forms/fields.module.css';
import { requiredText } from '../../../ui/complaints.ts';

const TYPES = ['atOnce', 'schedule', 'events', 'date'] as const satisfies readonly EntryTrigger['type'][];

export function EntryInspector({ id, step, onChange }: InspectorProps<'entry'>) {
  const { t } = useTranslation();
  const change = editing<'entry'>({ id, onChange });
  const dateColumn = useColumns().find((column) => column.type === 'date')?.name;
  const { trigger } = step;
  const spreads = trigger.type === 'atOnce' || trigger.type === 'schedule';
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.entry.trigger')}>
        <ChoiceField
          label={t('inspectors.entry.trigger')}
          hideLabel
          help={t(`inspectors.entry.typeHint.${trigger.type}`)}
          value={trigger.type}
          values={TYPES}
          words={(type) => t(`inspectors.entry.type.${type}`)}
          onChange={(type) => {
            const next = { ...step, trigger: freshTrigger(type, dateColumn) };
            // Only an entry of everyone at a time can be spread.
            change(type === 'atOnce' || type === 'schedule' ? next : put(next, 'spreadMinutes', undefined));
          }}
        />
        <DraftPart key={trigger.type} name={trigger.type}>
          <TriggerFields
            trigger={trigger}
            onChange={(next, field) => change({ ...step, trigger: next }, field)}
          />
        </DraftPart>
        <FieldProblem path={`steps.${id}.trigger.column`} />
        {spreads && (
          <OptionalDuration
            label={t('inspectors.entry.spread')}
            help={t('inspectors.entry.spreadHint')}
            durationLabel={t('inspectors.entry.spreadOver')}
            value={step.spreadMinutes}
            initial={hours(4)}
            onChange={(minutes, typing) =>
              change(put(step, 'spreadMinutes', minutes), typing ? 'spread' : undefined)
            }
          />
        )}
      </Section>
      <Section title={t('inspectors.entry.eligibleRule')}>
        <Switch
          label={t('inspectors.entry.eligible')}
          help={t('inspectors.entry.eligibleHint')}
          checked={step.eligible !== undefined}
          onChange={(some) => change(put(step, 'eligible', some ? EVERYONE : undefined))}
        />
        {step.eligible && (
          <RuleEditor
            label={t('inspectors.entry.eligibleRule')}
            rule={step.eligible}
            path={`steps.${id}.eligible`}
            onChange={(eligible, field) => change({ ...step, eligible }, field)}
          />
        )}
      </Section>
    </StepForm>
  );
}

function freshTrigger(type: EntryTrigger['type'], dateColumn: string | undefined): EntryTrigger {
  switch (type) {
    case 'atOnce':
      return { type };
    case 'schedule':
      return { type, everyDays: 7, at: '09:00' };
    case 'events':
      return { type, event: 'sign_up', perDay: 100 };
    case 'date':
      return { type, column: dateColumn ?? 'date', offsetDays: 0, at: '09:00' };
  }
}

interface TriggerFieldsProps {
  readonly trigger: EntryTrigger;
  readonly onChange: (trigger: EntryTrigger, field?: string) => void;
}

const LONGEST_PERIOD_DAYS = 3650;
/** The document takes no more. */
const MOST_PER_DAY = 1e7;

function TriggerFields({ trigger, onChange }: TriggerFieldsProps) {
  const { t } = useTranslation();
  const zone = useJourney()?.settings.zone ?? 'UTC';
  switch (trigger.type) {
    case 'atOnce':
      return null;
    case 'schedule':
      return (
        <div className={styles.pair}>
          <Field label={t('inspectors.entry.everyDays')}>
            <NumberInput
              integer
              unit={t('inspectors.unit.days')}
              min={1}
              max={LONGEST_PERIOD_DAYS}
              value={trigger.everyDays}
              onChange={(everyDays) => onChange({ ...trigger, everyDays }, 'everyDays')}
            />
          </Field>
          <ClockField
            label={t('inspectors.entry.at')}
            help={t('inspectors.entry.atZone', { zone })}
            value={trigger.at}
            onChange={(at) => onChange({ ...trigger, at }, 'at')}
          />
        </div>
      );
    case 'events':
      return (
        <>
          <CheckedInput
            label={t('inspectors.entry.event')}
            help={t('inspectors.entry.eventHint')}
            value={trigger.event}
            complain={requiredText(t)}
            onChange={(event) => onChange({ ...trigger, event }, 'event')}
          />
          <Field label={t('inspectors.entry.perDay')} help={t('inspectors.entry.perDayHint')}>
            <NumberInput
              unit={t('inspectors.unit.perDay')}
              min={0}
              max={MOST_PER_DAY}
              value={trigger.perDay}
              onChange={(perDay) => onChange({ ...trigger, perDay }, 'perDay')}
            />
          </Field>
          <HourProfileField
            value={trigger.hourProfile}
            onChange={(profile, field) => onChange(put(trigger, 'hourProfile', profile), field)}
          />
        </>
      );
    case 'date':
      return (
        <>
          <ColumnField
            label={t('inspectors.entry.column')}
            type="date"
            none={t('inspectors.entry.noDateColumn')}
            value={trigger.column}
            onChange={(column) => onChange({ ...trigger, column })}
          />
          <DayOffsetField
            label={t('inspectors.entry.offset')}
            value={trigger.offsetDays}
            onChange={(offsetDays, typing) =>
              onChange({ ...trigger, offsetDays }, typing ? 'offsetDays' : undefined)
            }
          />
          <ClockField
            label={t('inspectors.entry.at')}
            help={t('inspectors.entry.atContact')}
            value={trigger.at}
            onChange={(at) => onChange({ ...trigger, at }, 'at')}
          />
        </>
      );
  }
}

import { useTranslation } from 'react-i18next';
import { DraftPart } from '../../../ui/DraftPart.tsx';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Slider } from '../../../ui/Slider.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { WEEKDAYS, type WaitUntil } from '../../../journey/steps/wait.ts';
import { days, hours } from '../../../journey/units.ts';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { ClockField } from '../../../forms/ClockField.tsx';
import { ColumnField } from './fields/ColumnField.tsx';
import { DurationField } from '../../../forms/DurationField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { OffsetField } from './fields/OffsetField.tsx';
import { Section } from '../../../forms/Section.tsx';
import { GhostNote } from '../ghost/GhostNote.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { StepForm } from './StepForm.tsx';
import { useColumns } from './useSurroundings.ts';
import { ExampleLine } from './wait/ExampleLine.tsx';

const TYPES = [
  'duration',
  'daysAt',
  'timeOfDay',
  'weekday',
  'date',
  'random',
] as const satisfies readonly WaitUntil['type'][];

export function WaitInspector({ id, step, onChange }: InspectorProps<'wait'>) {
  const { t } = useTranslation();
  const change = editing<'wait'>({ id, onChange });
  const dateColumn = useColumns().find((column) => column.type === 'date')?.name;
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.wait.howLong')}>
        <ChoiceField
          label={t('inspectors.wait.until')}
          hideLabel
          help={t(`inspectors.wait.typeHint.${step.until.type}`)}
          value={step.until.type}
          values={TYPES}
          words={(type) => t(`inspectors.wait.type.${type}`)}
          onChange={(type) => change({ ...step, until: freshUntil(type, dateColumn) })}
        />
        <DraftPart key={step.until.type} name={step.until.type}>
          <UntilFields until={step.until} onChange={(until, field) => change({ ...step, until }, field)} />
        </DraftPart>
        <GhostNote />
        <FieldProblem path={`steps.${id}.until`} />
        <FieldProblem path={`steps.${id}.until.column`} />
        <ExampleLine until={step.until} />
      </Section>
    </StepForm>
  );
}

function freshUntil(type: WaitUntil['type'], dateColumn: string | undefined): WaitUntil {
  switch (type) {
    case 'duration':
      return { type, minutes: days(2) };
    case 'daysAt':
      return { type, days: 1, at: '09:00' };
    case 'timeOfDay':
      return { type, at: '09:00' };
    case 'weekday':
      return { type, weekday: 'tuesday', at: '09:00' };
    case 'date':
      return { type, column: dateColumn ?? 'date', offsetMinutes: 0 };
    case 'random':
      return { type, from: hours(1), to: days(1) };
  }
}

interface UntilFieldsProps {
  readonly until: WaitUntil;
  readonly onChange: (until: WaitUntil, field?: string) => void;
}

const MOST_DAYS = 3650;
const SLIDER_DAYS = 30;

function UntilFields({ until, onChange }: UntilFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (until.type) {
    case 'duration':
      return (
        <DurationField
          slider
          label={t('inspectors.wait.duration')}
          value={until.minutes}
          onChange={(minutes) => onChange({ ...until, minutes }, 'minutes')}
        />
      );
    case 'daysAt':
      return (
        <>
          <Field label={t('inspectors.wait.days')}>
            <NumberInput
              integer
              unit={t('inspectors.unit.days')}
              min={0}
              max={MOST_DAYS}
              value={until.days}
              onChange={(count) => onChange({ ...until, days: count }, 'days')}
            />
            <Slider
              aria-label={t('inspectors.slider', { label: t('inspectors.wait.days') })}
              min={0}
              max={SLIDER_DAYS}
              step={1}
              value={until.days}
              valueText={format.duration(days(until.days))}
              onChange={(count) => onChange({ ...until, days: count }, 'days')}
            />
          </Field>
          <ContactClock at={until.at} onChange={(at) => onChange({ ...until, at }, 'at')} />
        </>
      );
    case 'timeOfDay':
      return <ContactClock at={until.at} onChange={(at) => onChange({ ...until, at }, 'at')} />;
    case 'weekday':
      return (
        <>
          <ChoiceField
            label={t('inspectors.wait.weekday')}
            value={until.weekday}
            values={WEEKDAYS}
            words={(weekday) => t(`words.weekday.${weekday}`)}
            onChange={(weekday) => onChange({ ...until, weekday })}
          />
          <Switch
            label={t('inspectors.wait.sameTime')}
            help={t('inspectors.wait.sameTimeHint')}
            checked={until.at !== undefined}
            onChange={(on) => onChange(put(until, 'at', on ? '09:00' : undefined))}
          />
          {until.at !== undefined && (
            <ContactClock at={until.at} onChange={(at) => onChange({ ...until, at }, 'at')} />
          )}
        </>
      );
    case 'date':
      return (
        <>
          <ColumnField
            label={t('inspectors.wait.column')}
            type="date"
            none={t('inspectors.entry.noDateColumn')}
            value={until.column}
            onChange={(column) => onChange({ ...until, column })}
          />
          <OffsetField
            label={t('inspectors.wait.offset')}
            durationLabel={t('inspectors.wait.offsetBy')}
            value={until.offsetMinutes}
            onChange={(offsetMinutes, typing) =>
              onChange({ ...until, offsetMinutes }, typing ? 'offset' : undefined)
            }
          />
        </>
      );
    case 'random':
      return (
        <>
          <DurationField
            label={t('inspectors.wait.from')}
            value={until.from}
            onChange={(from) => onChange({ ...until, from }, 'from')}
          />
          <DurationField
            label={t('inspectors.wait.to')}
            value={until.to}
            doubt={
              until.to < until.from
                ? t('inspectors.wait.reversed', { from: t('inspectors.wait.from') })
                : undefined
            }
            onChange={(to) => onChange({ ...until, to }, 'to')}
          />
        </>
      );
  }
}

function ContactClock({ at, onChange }: { readonly at: string; readonly onChange: (at: string) => void }) {
  const { t } = useTranslation();
  return (
    <ClockField
      label={t('inspectors.wait.at')}
      help={t('inspectors.wait.contactClock')}
      value={at}
      onChange={onChange}
    />
  );
}

import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { Capacity, HandoffStep } from '../../../journey/steps/handoff.ts';
import { days, minutes } from '../../../journey/units.ts';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { DurationField } from '../../../forms/DurationField.tsx';
import { FieldProblem } from './fields/FieldProblem.tsx';
import { MoneyField } from './fields/MoneyField.tsx';
import { OptionalDuration } from '../../../forms/OptionalDuration.tsx';
import { PercentInput } from '../../../forms/PercentInput.tsx';
import { Section } from '../../../forms/Section.tsx';
import { HoursFields } from './handoff/HoursFields.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { put } from '../../../forms/optional.ts';
import { StepForm } from './StepForm.tsx';
import styles from '../../../forms/fields.module.css';

const TO = ['sales', 'crm', 'call-centre'] as const;
const SPREADS = ['exponential', 'constant'] as const;
const FIRST_CAPACITY: Capacity = { agents: 5, handlingMinutes: minutes(20) };

export function HandoffInspector({ id, step, onChange }: InspectorProps<'handoff'>) {
  const { t } = useTranslation();
  const change = editing<'handoff'>({ id, onChange });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.handoff.who')}>
        <ChoiceField
          label={t('inspectors.handoff.to')}
          value={step.to}
          values={TO}
          words={(to) => t(`inspectors.handoff.toOf.${to}`)}
          onChange={(to) => change({ ...step, to })}
        />
        <DurationField
          label={t('inspectors.handoff.service')}
          help={t('inspectors.handoff.serviceHint')}
          value={step.serviceMinutes}
          onChange={(serviceMinutes) => change({ ...step, serviceMinutes }, 'service')}
        />
        <OptionalDuration
          label={t('inspectors.handoff.sla')}
          help={t('inspectors.handoff.slaHint')}
          durationLabel={t('inspectors.handoff.slaAfter')}
          value={step.slaMinutes}
          initial={days(1)}
          onChange={(sla, typing) => change(put(step, 'slaMinutes', sla), typing ? 'sla' : undefined)}
        />
        <FieldProblem path={`steps.${id}.slaMinutes`} />
        <MoneyField
          label={t('inspectors.handoff.cost')}
          value={step.costPerHandoff}
          placeholder="0"
          onChange={(cost) => change({ ...step, costPerHandoff: cost }, 'cost')}
          onEmpty={() => change(put(step, 'costPerHandoff', undefined), 'cost')}
        />
      </Section>
      <OpportunityFields step={step} onChange={change} />
      <CapacityFields step={step} onChange={change} />
      <FieldProblem path={`steps.${id}.capacity.hours`} />
    </StepForm>
  );
}

interface PartProps {
  readonly step: HandoffStep;
  readonly onChange: (step: HandoffStep, field?: string) => void;
}

const WIDEST_SPREAD = 5;

function OpportunityFields({ step, onChange }: PartProps) {
  const { t } = useTranslation();
  const { opportunity } = step;
  const set = (next: HandoffStep['opportunity'], field: string) =>
    onChange({ ...step, opportunity: next }, field);
  return (
    <Section title={t('inspectors.handoff.opportunity')}>
      <Field label={t('inspectors.handoff.winRate')}>
        <PercentInput
          value={opportunity.winRate}
          onChange={(winRate) => set({ ...opportunity, winRate }, 'winRate')}
        />
      </Field>
      <DurationField
        label={t('inspectors.handoff.halfLife')}
        help={t('inspectors.handoff.halfLifeHint')}
        min={1}
        value={opportunity.halfLifeMinutes}
        onChange={(halfLifeMinutes) => set({ ...opportunity, halfLifeMinutes }, 'halfLife')}
      />
      <MoneyField
        label={t('inspectors.handoff.value')}
        help={t('inspectors.handoff.valueHint')}
        value={opportunity.value}
        onChange={(value) => set({ ...opportunity, value }, 'value')}
        onEmpty={() => set(put(opportunity, 'value', undefined), 'value')}
      />
      <DurationField
        label={t('inspectors.handoff.cycle')}
        value={opportunity.cycleMinutes}
        onChange={(cycleMinutes) => set({ ...opportunity, cycleMinutes }, 'cycle')}
      />
      <Field label={t('inspectors.handoff.sigma')} help={t('inspectors.handoff.sigmaHint')}>
        <NumberInput
          min={0}
          max={WIDEST_SPREAD}
          value={opportunity.cycleSigma}
          onChange={(cycleSigma) => set({ ...opportunity, cycleSigma }, 'sigma')}
        />
      </Field>
    </Section>
  );
}

function CapacityFields({ step, onChange }: PartProps) {
  const { t } = useTranslation();
  const { capacity } = step;
  return (
    <Section title={t('inspectors.handoff.agents')}>
      <Switch
        label={t('inspectors.handoff.capacity')}
        checked={capacity !== undefined}
        onChange={(on) => onChange(put(step, 'capacity', on ? FIRST_CAPACITY : undefined))}
      />
      {capacity && (
        <>
          <p className={styles.caution}>
            <Icon of={TriangleAlert} size={14} />
            {t('inspectors.handoff.capacityHint')}
          </p>
          <Field label={t('inspectors.handoff.agents')}>
            <NumberInput
              integer
              unit={t('inspectors.unit.people')}
              min={1}
              max={100_000}
              value={capacity.agents}
              onChange={(agents) => onChange({ ...step, capacity: { ...capacity, agents } }, 'agents')}
            />
          </Field>
          <DurationField
            label={t('inspectors.handoff.handling')}
            value={capacity.handlingMinutes}
            onChange={(handlingMinutes) =>
              onChange({ ...step, capacity: { ...capacity, handlingMinutes } }, 'handling')
            }
          />
          <ChoiceField
            label={t('inspectors.handoff.spread')}
            help={t(`inspectors.handoff.spreadHint.${capacity.handlingSpread ?? 'exponential'}`)}
            value={capacity.handlingSpread ?? 'exponential'}
            values={SPREADS}
            words={(spread) => t(`inspectors.handoff.spreadOf.${spread}`)}
            onChange={(spread) =>
              onChange({
                ...step,
                capacity: put(capacity, 'handlingSpread', spread === 'exponential' ? undefined : spread),
              })
            }
          />
          <HoursFields
            hours={capacity.hours}
            onChange={(hours, field) =>
              onChange({ ...step, capacity: put(capacity, 'hours', hours) }, field && `hours.${field}`)
            }
          />
        </>
      )}
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { Select } from '../../../../ui/Select.tsx';
import type { Goal } from '../../../../journey/journey.ts';
import { money } from '../../../../journey/units.ts';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { ColumnField } from '../fields/ColumnField.tsx';
import { DurationField } from '../../../../forms/DurationField.tsx';
import { FieldProblem } from '../fields/FieldProblem.tsx';
import { MoneyField } from '../fields/MoneyField.tsx';
import { RuleEditor } from '../rules/RuleEditor.tsx';
import type { SchemaColumn } from '../ruleShapes.ts';
import { useColumns, useSteps, type NamedStep } from '../useSurroundings.ts';
import styles from '../../../../forms/fields.module.css';

interface GoalFieldsProps {
  readonly goal: Goal;
  /** Where it stands in the document, as problems name it. */
  readonly path: string;
  readonly onChange: (goal: Goal, field?: string) => void;
}

const ON = ['conversion', 'step', 'rule'] as const satisfies readonly Goal['on']['kind'][];
const WORTH = ['event', 'fixed', 'column'] as const satisfies readonly Goal['value']['kind'][];
const COUNTS = ['oncePerEntry', 'every'] as const satisfies readonly Goal['count'][];
const FROM = ['entry', 'send', 'open', 'click'] as const satisfies readonly Goal['window']['from'][];

const LIKE_MONEY = /value|amount|revenue|price|spen[dt]|order|basket|total|ltv|arpu|history/i;
const LIKE_A_NAME = /(^|_|\b)(id|key|number|no|zip|phone|score|age|year)$/i;

/** The number column that reads most like money: never one that tells contacts apart. */
function moneyColumn(columns: readonly SchemaColumn[]): string | undefined {
  const numbers = columns.filter(({ name, type }) => type === 'number' && !LIKE_A_NAME.test(name));
  return (numbers.find(({ name }) => LIKE_MONEY.test(name)) ?? numbers[0])?.name;
}

/** What a goal counts, what it is worth, how often and how long it counts. */
export function GoalFields({ goal, path, onChange }: GoalFieldsProps) {
  const { t } = useTranslation();
  const steps = useSteps();
  const numberColumn = moneyColumn(useColumns());
  return (
    <div className={styles.stack}>
      <ChoiceField
        label={t('inspectors.journey.on')}
        value={goal.on.kind}
        values={ON}
        words={(kind) => t(`inspectors.journey.onOf.${kind}`)}
        onChange={(kind) => onChange({ ...goal, on: freshOn(kind, steps) })}
      />
      <OnFields goal={goal} path={path} steps={steps} onChange={onChange} />
      <FieldProblem path={path} />
      <ChoiceField
        label={t('inspectors.journey.worth')}
        value={goal.value.kind}
        values={WORTH}
        words={(kind) => t(`inspectors.journey.worthOf.${kind}`)}
        onChange={(kind) => onChange({ ...goal, value: freshValue(kind, numberColumn) })}
      />
      <WorthFields goal={goal} path={path} onChange={onChange} />
      <FieldProblem path={`${path}.value.column`} />
      <ChoiceField
        label={t('inspectors.journey.count')}
        value={goal.count}
        values={COUNTS}
        words={(count) => t(`inspectors.journey.countOf.${count}`)}
        onChange={(count) => onChange({ ...goal, count })}
      />
      <DurationField
        label={t('inspectors.journey.window')}
        value={goal.window.minutes}
        min={1}
        onChange={(minutes) => onChange({ ...goal, window: { ...goal.window, minutes } }, 'window')}
      />
      <ChoiceField
        label={t('inspectors.journey.windowFrom')}
        value={goal.window.from}
        values={FROM}
        words={(from) => t(`inspectors.journey.windowFromOf.${from}`)}
        onChange={(from) => onChange({ ...goal, window: { ...goal.window, from } })}
      />
    </div>
  );
}

function OnFields({
  goal,
  path,
  steps,
  onChange,
}: GoalFieldsProps & { readonly steps: readonly NamedStep[] }) {
  const { t } = useTranslation();
  const { on } = goal;
  switch (on.kind) {
    case 'conversion':
      return null;
    case 'step': {
      const gone = !steps.some(({ id }) => id === on.step);
      return (
        <Field
          label={t('inspectors.journey.onStep')}
          error={gone ? t('inspectors.check.gone', { id: on.step }) : undefined}
        >
          <Select<string>
            value={on.step}
            options={[
              ...steps.map(({ id, step }) => ({ value: id, label: step.name })),
              ...(gone ? [{ value: on.step, label: t('inspectors.check.gone', { id: on.step }) }] : []),
            ]}
            onChange={(chosen) => {
              const step = steps.find(({ id }) => id === chosen);
              if (step) onChange({ ...goal, on: { kind: 'step', step: step.id } });
            }}
          />
        </Field>
      );
    }
    case 'rule':
      return (
        <RuleEditor
          label={t('inspectors.journey.onOf.rule')}
          rule={on.rule}
          path={`${path}.on.rule`}
          onChange={(rule, field) => onChange({ ...goal, on: { kind: 'rule', rule } }, field)}
        />
      );
  }
}

function WorthFields({ goal, onChange }: GoalFieldsProps) {
  const { t } = useTranslation();
  const { value } = goal;
  switch (value.kind) {
    case 'event':
      return null;
    case 'fixed':
      return (
        <MoneyField
          label={t('inspectors.journey.amount')}
          value={value.amount}
          onChange={(amount) => onChange({ ...goal, value: { kind: 'fixed', amount } }, 'amount')}
        />
      );
    case 'column':
      return (
        <ColumnField
          label={t('inspectors.journey.valueColumn')}
          type="number"
          none={t('inspectors.journey.noNumberColumn')}
          value={value.column}
          onChange={(column) => onChange({ ...goal, value: { kind: 'column', column } })}
        />
      );
  }
}

function freshOn(kind: Goal['on']['kind'], steps: readonly NamedStep[]): Goal['on'] {
  const step = steps.find((one) => one.step.kind === 'goal') ?? steps[0];
  if (kind === 'step' && step) return { kind, step: step.id };
  return kind === 'rule' ? { kind, rule: { kind: 'any', rules: [] } } : { kind: 'conversion' };
}

function freshValue(kind: Goal['value']['kind'], numberColumn: string | undefined): Goal['value'] {
  switch (kind) {
    case 'event':
      return { kind };
    case 'fixed':
      return { kind, amount: money(100) };
    case 'column':
      return { kind, column: numberColumn ?? 'value' };
  }
}

import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DraftPart } from '../../../../ui/DraftPart.tsx';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { Select } from '../../../../ui/Select.tsx';
import type { Comparison, RuleValue } from '../../../../journey/rules.ts';
import { requiredText } from '../../../../ui/complaints.ts';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { useHasProblem } from '../fields/FieldProblem.tsx';
import {
  needsValue,
  OPERATORS_OF,
  typeOfColumn,
  withColumn,
  withOperator,
  type SchemaColumn,
} from '../ruleShapes.ts';
import { useColumns } from '../useSurroundings.ts';
import { isDay } from '../zonedTime.ts';
import { todayAsDay } from './newConditions.ts';
import { RangeNote } from './RangeNote.tsx';
import styles from './rules.module.css';

interface ComparisonEditorProps {
  readonly rule: Comparison;
  /** Where it stands in the document, as problems name it. */
  readonly path: string;
  readonly onChange: (rule: Comparison, typing?: boolean) => void;
}

/** Column, comparison, value: what can be asked and typed follows the column's type. */
export function ComparisonEditor({ rule, path, onChange }: ComparisonEditorProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const column = columns.find(({ name }) => name === rule.column);
  const type = typeOfColumn(column, rule.value);
  const known = OPERATORS_OF[type];
  const operators = known.includes(rule.operator) ? known : [...known, rule.operator];
  const missing = columns.length > 0 && !column;
  const told = useHasProblem(path);
  return (
    <div className={styles.comparison}>
      <div className={styles.line}>
        <Field label={t('inspectors.rule.column')} hideLabel className={styles.long ?? ''}>
          <Select<string>
            value={rule.column}
            options={[
              ...columns.map(({ name }) => ({ value: name, label: name })),
              ...(column
                ? []
                : [
                    {
                      value: rule.column,
                      label: missing
                        ? t('inspectors.rule.missingColumn', { column: rule.column })
                        : rule.column,
                    },
                  ]),
            ]}
            onChange={(name) => {
              const next = columns.find((one) => one.name === name);
              if (next) onChange(withColumn(rule, next, column, todayAsDay()));
            }}
          />
        </Field>
        <Field label={t('inspectors.rule.operatorLabel')} hideLabel className={styles.short ?? ''}>
          <Select
            value={rule.operator}
            options={operators.map((operator) => ({
              value: operator,
              label: t(`inspectors.rule.operator.${operator}`),
            }))}
            onChange={(operator) => onChange(withOperator(rule, operator, column, todayAsDay()))}
          />
        </Field>
      </div>
      {needsValue(rule.operator) && (
        <DraftPart key={`${rule.column} ${type}`} name={`${rule.column} ${type}`}>
          <ValueInput
            type={type}
            column={column}
            value={rule.value}
            onChange={(value, typing) => onChange({ ...rule, value }, typing)}
          />
        </DraftPart>
      )}
      {type === 'number' && <RangeNote rule={rule} />}
      {missing && !told && (
        <p className={styles.warning}>{t('inspectors.rule.unknownColumn', { column: rule.column })}</p>
      )}
    </div>
  );
}

interface ValueInputProps {
  readonly type: SchemaColumn['type'];
  readonly column: SchemaColumn | undefined;
  readonly value: RuleValue | undefined;
  readonly onChange: (value: RuleValue, typing?: boolean) => void;
}

function ValueInput({ type, column, value, onChange }: ValueInputProps) {
  const { t } = useTranslation();
  const list = useId();
  const label = t('inspectors.rule.value');
  switch (type) {
    case 'number':
      return (
        <Field label={label} hideLabel>
          <NumberInput
            value={typeof value === 'number' ? value : undefined}
            onChange={(number) => onChange(number, true)}
          />
        </Field>
      );
    case 'boolean':
      return (
        <Field label={label} hideLabel>
          <Select
            value={value === false ? 'no' : 'yes'}
            options={(['yes', 'no'] as const).map((word) => ({
              value: word,
              label: t(`inspectors.rule.${word}`),
            }))}
            onChange={(word) => onChange(word === 'yes')}
          />
        </Field>
      );
    case 'date': {
      const day = typeof value === 'string' ? value.slice(0, 10) : '';
      const complain = (text: string) => (isDay(text) ? undefined : t('inspectors.date.invalid'));
      return (
        <CheckedInput
          type="date"
          label={label}
          hideLabel
          value={day}
          complain={complain}
          doubt={complain(day)}
          onChange={(text) => onChange(text, true)}
        />
      );
    }
    case 'category': {
      const text = value === undefined ? '' : String(value);
      const complain = requiredText(t, t('inspectors.rule.valueMissing'));
      return (
        <>
          <CheckedInput
            label={label}
            hideLabel
            list={list}
            value={text}
            complain={complain}
            doubt={complain(text)}
            onChange={(typed) => onChange(typed, true)}
          />
          <datalist id={list}>
            {column?.values?.map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
        </>
      );
    }
  }
}

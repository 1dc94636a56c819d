import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import type { RuleValue } from '../../../../journey/rules.ts';
import { shortText } from '../../../../ui/complaints.ts';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import type { SchemaColumn } from '../ruleShapes.ts';

interface SetValueFieldsProps {
  readonly column: SchemaColumn | undefined;
  readonly value: RuleValue;
  readonly onChange: (value: RuleValue, typing?: boolean) => void;
}

const TYPES = ['text', 'number', 'boolean'] as const;
type ValueType = (typeof TYPES)[number];

const typeOf = (value: RuleValue): ValueType =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text';

const FIRST: Readonly<Record<ValueType, RuleValue>> = { text: '', number: 0, boolean: true };

/** The value that a column is set to, and what type it is. */
export function SetValueFields({ column, value, onChange }: SetValueFieldsProps) {
  const { t } = useTranslation();
  const list = useId();
  const type = typeOf(value);
  const label = t('inspectors.update.value');
  return (
    <>
      <ChoiceField
        label={t('inspectors.update.valueType')}
        value={type}
        values={TYPES}
        words={(one) => t(`inspectors.update.valueTypeOf.${one}`)}
        onChange={(next) => onChange(FIRST[next])}
      />
      {typeof value === 'number' && (
        <Field label={label}>
          <NumberInput value={value} onChange={(number) => onChange(number, true)} />
        </Field>
      )}
      {typeof value === 'boolean' && (
        <ChoiceField
          label={label}
          value={value ? 'yes' : 'no'}
          values={['yes', 'no'] as const}
          words={(word) => t(`inspectors.rule.${word}`)}
          onChange={(word) => onChange(word === 'yes')}
        />
      )}
      {typeof value === 'string' && (
        <>
          <CheckedInput
            label={label}
            list={list}
            value={value}
            complain={shortText(t)}
            onChange={(text) => onChange(text, true)}
          />
          <datalist id={list}>
            {column?.values?.map((known) => (
              <option key={known} value={known} />
            ))}
          </datalist>
        </>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { Select } from '../../../../ui/Select.tsx';
import type { ColumnType } from '../../../../audience/audience.ts';
import { useColumns } from '../useSurroundings.ts';

interface ColumnFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly type: ColumnType;
  readonly value: string;
  /** Said when the audience has no such column. */
  readonly none?: string;
  readonly onChange: (column: string) => void;
}

/** A column of the audience with the wanted type. One that the audience does not have stays chosen and is marked. */
export function ColumnField({ label, help, type, value, none, onChange }: ColumnFieldProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const fitting = columns.filter((column) => column.type === type).map((column) => column.name);
  const missing = columns.length > 0 && !fitting.includes(value);
  const options = fitting.map((name) => ({ value: name, label: name }));
  if (!fitting.includes(value)) {
    options.unshift({
      value,
      label: missing && value !== '' ? t('inspectors.rule.missingColumn', { column: value }) : value,
    });
  }
  return (
    <Field label={label} help={help} error={columns.length > 0 && fitting.length === 0 ? none : undefined}>
      <Select<string> value={value} options={options} onChange={onChange} />
    </Field>
  );
}

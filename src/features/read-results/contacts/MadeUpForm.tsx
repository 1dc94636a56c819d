import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AudienceSchema } from '../../../audience/audience.ts';
import { fitsColumn, type ContactForm } from '../../../audience/oneContact.ts';
import { knownZones } from '../../../forms/zones.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import styles from './contacts.module.css';

type SchemaColumn = AudienceSchema['columns'][number];

interface MadeUpFormProps {
  readonly request: SimulationRequest;
  readonly schema: AudienceSchema;
  /** Those that the journey asks for. */
  readonly columns: readonly SchemaColumn[];
  readonly form: ContactForm;
  /** Nobody's values are wanted before somebody asks for them. */
  readonly filled: boolean;
  readonly onChange: (form: ContactForm) => void;
}

/** What a journey asks of a contact, to be filled in. It begins with the values of the first contact. */
export function MadeUpForm({ request, schema, columns, form, filled, onChange }: MadeUpFormProps) {
  const { t } = useTranslation();
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [from, setFrom] = useState(1);
  const [taken, setTaken] = useState(filled ? undefined : 1);
  const { audience } = request;
  useEffect(() => {
    if (taken === undefined) return undefined;
    let isOver = false;
    simulator.contactForm(audience, taken - 1).then(
      (values) => isOver || onChange(values),
      // An empty form is a contact of whom nothing is known.
      () => isOver || onChange({}),
    );
    return () => {
      isOver = true;
    };
  }, [simulator, audience, taken, onChange]);
  return (
    <>
      <p className={styles.soft}>{t('contacts.madeUp.help')}</p>
      <div className={styles.start}>
        <Field label={t('contacts.madeUp.from')}>
          <NumberInput value={from} min={1} max={schema.rows} integer onChange={setFrom} />
        </Field>
        <Button onClick={() => setTaken(from)}>{t('contacts.madeUp.take')}</Button>
      </div>
      {columns.length === 0 && <p className={styles.soft}>{t('contacts.madeUp.nothingAsked')}</p>}
      {columns.map((column) => (
        <ColumnField
          key={column.name}
          column={column}
          isZone={schema.roles[column.name] === 'zone'}
          text={form[column.name] ?? ''}
          onChange={(text) => onChange(withText(form, column.name, text))}
        />
      ))}
    </>
  );
}

function withText(form: ContactForm, name: string, text: string): ContactForm {
  const { [name]: _, ...others } = form;
  return text === '' ? others : { ...others, [name]: text };
}

interface ColumnFieldProps {
  readonly column: SchemaColumn;
  readonly isZone: boolean;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function ColumnField({ column, isZone, text, onChange }: ColumnFieldProps) {
  const { t } = useTranslation();
  const { name, type, precision } = column;
  const error = fitsColumn(column, text) ? undefined : t(`contacts.madeUp.misfit.${type}`, { text });
  if (type === 'boolean')
    return (
      <Field label={name} error={error}>
        <Select
          value={text}
          options={[
            { value: '', label: t('contacts.madeUp.nothing') },
            { value: 'yes', label: t('contacts.madeUp.yes') },
            { value: 'no', label: t('contacts.madeUp.no') },
          ]}
          onChange={onChange}
        />
      </Field>
    );
  if (type === 'category')
    return (
      <ListedField
        name={name}
        values={isZone ? knownZones() : (column.values ?? [])}
        text={text}
        onChange={onChange}
      />
    );
  const kind = type === 'number' ? 'text' : precision === 'day' ? 'date' : 'datetime-local';
  return (
    <Field label={name} error={error}>
      <TextInput
        type={kind}
        inputMode={type === 'number' ? 'decimal' : undefined}
        value={text}
        onChange={onChange}
      />
    </Field>
  );
}

interface ListedFieldProps {
  readonly name: string;
  readonly values: readonly string[];
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Any words, with those that occur to choose from. */
function ListedField({ name, values, text, onChange }: ListedFieldProps) {
  const list = useId();
  return (
    <Field label={name}>
      <TextInput list={list} value={text} onChange={onChange} />
      <datalist id={list}>
        {values.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </Field>
  );
}

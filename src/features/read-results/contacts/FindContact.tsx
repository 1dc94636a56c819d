import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundContact } from '../../../audience/findContacts.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Field } from '../../../ui/Field.tsx';
import { readNumber } from '../../../ui/NumberInput.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import styles from './contacts.module.css';

interface FindContactProps {
  readonly request: SimulationRequest;
  readonly rows: number;
  readonly onChoose: (number: number) => void;
}

const MOST_FOUND = 12;
/** Longer than between two keys. */
const SETTLED_MILLISECONDS = 250;

/** A contact by number, or by what some column says of her. */
export function FindContact({ request: { audience, contacts }, rows, onChoose }: FindContactProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const [typed, setTyped] = useState('');
  const [known, setKnown] = useState<{ readonly text: string; readonly found: readonly FoundContact[] }>();
  const text = typed.trim();
  useEffect(() => {
    if (text === '') return undefined;
    let isOver = false;
    const tell = (found: readonly FoundContact[]) => isOver || setKnown({ text, found });
    const timer = setTimeout(() => {
      simulator.findContacts(audience, text, MOST_FOUND).then(tell, () => tell([]));
    }, SETTLED_MILLISECONDS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [simulator, audience, text]);
  const number = readNumber(text);
  const isNumber = Number.isInteger(number) && number >= 1 && number <= rows;
  const found = known?.text === text ? known.found.filter(({ row }) => !isNumber || row !== number - 1) : [];
  const isUnknown = text !== '' && known?.text === text && found.length === 0 && !isNumber;
  const last = format.number(rows);
  return (
    <>
      <Field
        label={t('contacts.search')}
        help={
          contacts < rows
            ? t('contacts.searchSampleHelp', { last, contacts: format.number(contacts) })
            : t('contacts.searchHelp', { last })
        }
        error={isUnknown ? t('contacts.notFound', { text, last }) : undefined}
      >
        <TextInput type="search" maxLength={60} value={typed} onChange={setTyped} />
      </Field>
      {text !== '' && (
        <ul className={styles.people} data-found>
          {isNumber && (
            <Found
              name={t('contacts.byNumber', { number: format.number(number) })}
              onChoose={() => onChoose(number - 1)}
            />
          )}
          {found.map(({ row, column, value }) => (
            <Found
              key={row}
              name={t('contacts.contact', { number: format.number(row + 1) })}
              about={t('contacts.says', { column, value })}
              onChoose={() => onChoose(row)}
            />
          ))}
          {known?.text !== text && <li className={styles.soft}>{t('contacts.searching')}</li>}
        </ul>
      )}
    </>
  );
}

interface FoundProps {
  readonly name: string;
  readonly about?: string;
  readonly onChoose: () => void;
}

function Found({ name, about, onChoose }: FoundProps) {
  return (
    <li>
      <button type="button" className={styles.person} onClick={onChoose}>
        <span className={styles.name}>{name}</span>
        {about && <span className={styles.soft}>{about}</span>}
      </button>
    </li>
  );
}

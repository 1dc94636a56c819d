import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shuffle } from 'lucide-react';
import { useFormat, type Formats } from '../../../i18n/useFormat.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../journey/units.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { inOrder, ORDERS, type Order, type Person } from './people.ts';
import styles from './Follow.module.css';

interface ContactListProps {
  readonly people: readonly Person[];
  readonly onChoose: (contact: number) => void;
}

/** More than this nobody reads. */
const MOST_SHOWN = 50;

/** Contacts by what happened to them, or by number. */
export function ContactList({ people, onChoose }: ContactListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useState('');
  const [order, setOrder] = useState<Order>('messaged');
  const sorted = useMemo(() => inOrder(people, order), [people, order]);
  const digits = search.replace(/\D/g, '');
  const found = digits === '' ? sorted : people.filter(({ number }) => String(number).startsWith(digits));
  const isUnknown = search.trim() !== '' && (digits === '' || found.length === 0);
  const shown = isUnknown ? [] : found.slice(0, MOST_SHOWN);
  return (
    <>
      <div className={styles.choice}>
        <Field
          label={t('play.follow.number')}
          help={t('play.follow.numberHelp', {
            first: format.number(people[0]?.number ?? 0),
            last: format.number(people.at(-1)?.number ?? 0),
          })}
          error={isUnknown ? t('play.follow.unknown', { number: search.trim() }) : undefined}
        >
          <TextInput
            data-first
            type="search"
            inputMode="numeric"
            maxLength={12}
            value={search}
            onChange={setSearch}
          />
        </Field>
        <Field label={t('play.follow.order')}>
          <Select
            value={order}
            options={ORDERS.map((value) => ({ value, label: t(`play.follow.orders.${value}`) }))}
            onChange={setOrder}
          />
        </Field>
        <Button icon={Shuffle} onClick={() => onChoose(anybodyOf(people))}>
          {t('play.follow.random')}
        </Button>
      </div>
      <ul className={styles.list}>
        {shown.map((person) => (
          <li key={person.contact}>
            <button type="button" className={styles.contact} onClick={() => onChoose(person.contact)}>
              <span className={styles.name}>
                {t('play.follow.contact', { number: format.number(person.number) })}
              </span>
              <span className={styles.about}>{aboutPerson(person, t, format)}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length === 0 && !isUnknown && <p className={styles.note}>{t('play.follow.nobody')}</p>}
      {found.length > MOST_SHOWN && !isUnknown && (
        <p className={styles.note}>{t('play.follow.more', { count: MOST_SHOWN })}</p>
      )}
    </>
  );
}

function aboutPerson(
  { messages, conversions, insideMinutes, entered }: Person,
  t: Translate,
  format: Formats,
): string {
  if (!entered) return t('play.follow.outside');
  return [
    t('play.follow.messages', { count: messages }),
    ...(conversions > 0 ? [t('play.follow.converted')] : []),
    t('play.follow.inside', { duration: format.duration(roughly(insideMinutes)) }),
  ].join(' · ');
}

/** In days, in hours or in minutes, whichever says enough. */
function roughly(minutes: number): number {
  const unit =
    minutes >= 2 * MINUTES_PER_DAY ? MINUTES_PER_DAY : minutes >= 2 * MINUTES_PER_HOUR ? MINUTES_PER_HOUR : 1;
  return Math.round(minutes / unit) * unit;
}

/** Of those to whom something happens. Which one is no part of any result, so the browser’s own chance will do. */
function anybodyOf(people: readonly Person[]): number {
  const inside = people.filter(({ entered }) => entered);
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return inside[word % Math.max(1, inside.length)]?.contact ?? 0;
}

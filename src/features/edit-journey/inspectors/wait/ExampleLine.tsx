import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarClock } from 'lucide-react';
import { Icon } from '../../../../ui/Icon.tsx';
import type { WaitUntil } from '../../../../journey/steps/wait.ts';
import { useJourney } from '../useSurroundings.ts';
import { isZone } from '../../../../forms/zones.ts';
import { waitExample } from './waitExample.ts';
import styles from '../../../../forms/fields.module.css';

const MINUTE = 60_000;

/** The wait by example: when a contact who arrives now leaves, on their own clock. */
export function ExampleLine({ until }: { readonly until: WaitUntil }) {
  const { t, i18n } = useTranslation();
  const zone = useJourney()?.settings.zone ?? 'UTC';
  const [now] = useState(() => Math.floor(Date.now() / MINUTE));
  if (!isZone(zone)) return null;
  const example = waitExample(until, now, zone);
  const moment = momentIn(i18n.language, example.arrives);
  const values = {
    arrives: moment(example.arrives),
    leaves: moment(example.leaves),
    latest: moment(example.latest ?? example.leaves),
    zone,
  };
  const words =
    until.type === 'date'
      ? t('inspectors.wait.example.date', {
          column: until.column,
          date: dayIn(i18n.language, example.date ?? 0),
          leaves: values.leaves,
          zone,
        })
      : t(`inspectors.wait.example.${until.type === 'random' ? 'between' : 'at'}`, values);
  return (
    <p className={styles.example}>
      <Icon of={CalendarClock} size={14} />
      <span>{words}</span>
    </p>
  );
}

/** Local minutes since 1970 are printed as if they were UTC: they are a clock's reading, not an instant. */
function momentIn(language: string, now: number): (local: number) => string {
  const thisYear = new Date(now * MINUTE).getUTCFullYear();
  return (local) =>
    print(language, local, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(new Date(local * MINUTE).getUTCFullYear() === thisYear ? {} : { year: 'numeric' }),
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
}

function dayIn(language: string, local: number): string {
  return print(language, local, { day: 'numeric', month: 'long', year: 'numeric' });
}

function print(language: string, local: number, options: Intl.DateTimeFormatOptions): string {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(local * MINUTE);
}

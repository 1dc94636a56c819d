import { useTranslation } from 'react-i18next';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ActualStretch, ComparedField, Held } from '../../../analytics/actual/compareActual.ts';
import { bandOfOneLaunch } from '../../../analytics/actual/oneLaunch.ts';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { formatBand } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { useFormat, type Formats } from '../../../i18n/useFormat.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { dayWords } from './dayWords.ts';
import { fieldPrint } from './fieldPrint.ts';
import type { NamedComparison } from './Launch.tsx';
import { RemedyLine } from './RemedyLine.tsx';
import { remedyOf } from './remedyOf.ts';
import styles from './actual.module.css';

interface AlertsProps {
  readonly compared: readonly NamedComparison[];
  readonly detail: RunDetail;
  readonly stretch: ActualStretch;
  readonly journey: Journey;
}

const SHOWN_DAYS = 5;

/** What lies outside what luck explains, and what to do about it: totals first, then single days of figures that are right in total. */
export function Alerts({ compared, detail, stretch, journey }: AlertsProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const dates = datesOf(detail);
  const dayOf = (at: number) => dayWords(dates[stretch.from + at] ?? detail.firstDay, i18n.language).label;
  const words = { t, format, currency: journey.settings.currency };
  const totals = compared.flatMap(({ named, fields }) =>
    fields.filter(({ total }) => total.alert).map((field) => ({ named, fields, field })),
  );
  const days = compared.flatMap(({ named, fields }) =>
    fields
      .filter(({ total }) => !total.alert)
      .flatMap((field) => field.days.flatMap((day, at) => (day.alert ? [{ named, field, day, at }] : []))),
  );
  const count = totals.length + days.length;
  return (
    <section className={styles.card} aria-live="polite">
      <h3 className={styles.verdict} data-tone={count === 0 ? 'good' : 'caution'}>
        <Icon of={count === 0 ? CircleCheck : TriangleAlert} />
        {count === 0 ? t('actual.alerts.none') : t('actual.alerts.some', { count })}
      </h3>
      <p className={styles.soft}>{t('actual.alerts.about')}</p>
      <ul className={styles.alerts}>
        {totals.map(({ named, fields, field }) => (
          <li key={`${named.key}.${field.field}`}>
            <p>
              {t('actual.alerts.total', {
                ...heldWords(field, field.total, words),
                line: named.name,
                since: field.since === undefined ? '' : t('actual.alerts.since', { day: dayOf(field.since) }),
              })}
            </p>
            <RemedyLine
              remedy={remedyOf({ line: named.line, fields }, field, {
                sends: detail.sends,
                journey,
                calibration,
              })}
              name={named.name}
            />
          </li>
        ))}
        {days.slice(0, SHOWN_DAYS).map(({ named, field, day, at }) => (
          <li key={`${named.key}.${field.field}.${at}`}>
            <p>
              {t('actual.alerts.day', {
                ...heldWords(field, day, words),
                line: named.name,
                day: dayOf(at),
              })}
            </p>
          </li>
        ))}
        {days.length > SHOWN_DAYS && (
          <li>
            <p>{t('actual.alerts.moreDays', { count: days.length - SHOWN_DAYS })}</p>
          </li>
        )}
      </ul>
    </section>
  );
}

interface Words {
  readonly t: Translate;
  readonly format: Formats;
  readonly currency: string;
}

function heldWords({ field }: ComparedField, held: Held, { t, format, currency }: Words) {
  const print = fieldPrint(field, currency, format);
  const launches = held.surprise < 0.001 ? 'of999' : held.surprise < 0.01 ? 'of99' : 'of95';
  return {
    field: t(`actual.fields.${field}`),
    side: t(held.actual < held.expected ? 'actual.alerts.below' : 'actual.alerts.above'),
    launches: t(`actual.alerts.${launches}`),
    actual: print(held.actual),
    expected: print(held.expected),
    band: formatBand(bandOfOneLaunch(held.foreseen), print),
  };
}

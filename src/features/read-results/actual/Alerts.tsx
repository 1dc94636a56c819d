import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import {
  expectedGiven,
  type ActualStretch,
  type ComparedField,
  type Held,
} from '../../../analytics/actual/compareActual.ts';
import { bandOfOneLaunch } from '../../../analytics/actual/oneLaunch.ts';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { formatBand } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { useFormat, type Formats } from '../../../i18n/useFormat.ts';
import type { Journey } from '../../../journey/journey.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useDayWords } from '../useDayWords.ts';
import { fieldPrint } from './fieldPrint.ts';
import type { NamedComparison } from './namedComparison.ts';
import { RemedyLine } from './RemedyLine.tsx';
import { remedyOf, type Remedy } from './remedyOf.ts';
import styles from './actual.module.css';

interface AlertsProps {
  readonly compared: readonly NamedComparison[];
  readonly detail: RunDetail;
  readonly stretch: ActualStretch;
  readonly journey: Journey;
}

const FIRST = 6;

interface Line {
  readonly key: string;
  /** Of what it is about. */
  readonly name: string;
  readonly words: string;
  readonly remedy: Remedy | undefined;
}

/** What lies outside what luck explains, and what to do about it: totals first, then single days of figures that are right in total. */
export function Alerts({ compared, detail, stretch, journey }: AlertsProps) {
  const { t } = useTranslation();
  const dayWords = useDayWords(detail.daysPerBucket);
  const format = useFormat();
  const [all, setAll] = useState(false);
  const calibration = useWorkspace((workspace) => workspace.calibration);
  const dates = datesOf(detail);
  const dayOf = (at: number) => dayWords(dates[stretch.from + at] ?? detail.firstDay).label;
  const words = { t, format, currency: journey.settings.currency };
  const means = { sends: detail.sends, journey, calibration };
  const totals = compared.flatMap(({ named, fields }) =>
    fields
      .filter(({ total }) => total.alert)
      .map((field): Line => ({
        key: `${named.key}.${field.field}`,
        name: named.name,
        words: t(field.base ? 'actual.alerts.totalGiven' : 'actual.alerts.total', {
          ...heldWords(field, field.total, words),
          line: named.name,
          since: field.since === undefined ? '' : t('actual.alerts.since', { day: dayOf(field.since) }),
        }),
        remedy: remedyOf({ line: named.line, fields }, field, means),
      })),
  );
  const days = compared.flatMap(({ named, fields }) =>
    fields
      .filter(({ total }) => !total.alert)
      .flatMap((field) =>
        field.days.flatMap((day, at): readonly Line[] =>
          day.alert
            ? [
                {
                  key: `${named.key}.${field.field}.${at}`,
                  name: named.name,
                  words: t(field.base ? 'actual.alerts.dayGiven' : 'actual.alerts.day', {
                    ...heldWords(field, day, words),
                    line: named.name,
                    day: dayOf(at),
                  }),
                  remedy: undefined,
                },
              ]
            : [],
        ),
      ),
  );
  const lines = [...totals.toSorted((a, b) => urgency(a) - urgency(b)), ...days];
  const count = lines.length;
  return (
    <section className={styles.card} aria-live="polite">
      <h3 className={styles.verdict} data-tone={count === 0 ? 'good' : 'caution'}>
        <Icon of={count === 0 ? CircleCheck : TriangleAlert} />
        {count === 0 ? t('actual.alerts.none') : t('actual.alerts.some', { count })}
      </h3>
      <p className={styles.soft}>{t('actual.alerts.about')}</p>
      <ul className={styles.alerts}>
        {(all ? lines : lines.slice(0, FIRST)).map(({ key, words: sentence, name, remedy }) => (
          <li key={key}>
            <p>{sentence}</p>
            <RemedyLine remedy={remedy} name={name} />
          </li>
        ))}
      </ul>
      {lines.length > FIRST && (
        <div>
          <Button small aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'actual.alerts.fewer' : 'actual.alerts.all', { count: all ? FIRST : lines.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What others are a part of comes first, then what can be mended. */
function urgency({ remedy }: Line): number {
  if (remedy?.kind === 'sent') return 0;
  if (remedy?.kind !== 'rate') return 4;
  if (remedy.isBaseOff) return 3;
  return remedy.change ? 1 : 2;
}

interface Words {
  readonly t: Translate;
  readonly format: Formats;
  readonly currency: string;
}

function heldWords({ field, base }: ComparedField, held: Held, { t, format, currency }: Words) {
  const print = fieldPrint(field, currency, format);
  const launches = held.surprise < 0.001 ? 'of999' : held.surprise < 0.01 ? 'of99' : 'of95';
  return {
    field: t(`actual.fields.${field}`),
    base: base ? t(`actual.fields.${base}`).toLowerCase() : '',
    side: t(held.actual < expectedGiven(held) ? 'actual.alerts.below' : 'actual.alerts.above'),
    launches: t(`actual.alerts.${launches}`),
    actual: print(held.actual),
    expected: print(expectedGiven(held)),
    band: formatBand(bandOfOneLaunch(held.given), print),
  };
}

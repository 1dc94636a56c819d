import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareActual } from '../../../analytics/actual/compareActual.ts';
import type { ActualField } from '../../../analytics/actual/foreseen.ts';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Journey } from '../../../journey/journey.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { useDayWords } from '../useDayWords.ts';
import { Alerts } from './Alerts.tsx';
import { LaunchPicture } from './LaunchPicture.tsx';
import type { MatchedActual } from './matchActual.ts';
import { LaunchTotals } from './LaunchTotals.tsx';
import styles from './actual.module.css';

interface LaunchProps {
  readonly matched: MatchedActual;
  readonly detail: RunDetail;
  readonly journey: Journey;
}

/** A launch beside its forecast: what stands out, a picture by day, and everything in total. */
export function Launch({ matched, detail, journey }: LaunchProps) {
  const { t } = useTranslation();
  const compared = useMemo(() => {
    const lines = compareActual(detail, matched.lines, matched.stretch);
    return matched.lines.map((named, at) => ({ named, fields: lines[at]?.fields ?? [] }));
  }, [matched, detail]);
  const dates = datesOf(detail);
  const dayWords = useDayWords(detail.daysPerBucket);
  const [wanted, setWanted] = useState<{ readonly line?: string; readonly field?: ActualField }>({});
  const first = compared.find(({ fields }) => fields.some(({ total }) => total.alert)) ?? compared[0];
  const line = compared.find(({ named }) => named.key === wanted.line) ?? first;
  const field =
    line?.fields.find((one) => one.field === wanted.field) ??
    line?.fields.find(({ total }) => total.alert) ??
    line?.fields[0];
  if (!line || !field) return null;
  return (
    <>
      <Alerts compared={compared} detail={detail} stretch={matched.stretch} journey={journey} />
      <section className={styles.chosen}>
        <div className={styles.choices}>
          <Field label={t('actual.line')}>
            <Select
              value={line.named.key}
              options={compared.map(({ named }) => ({ value: named.key, label: named.name }))}
              onChange={(key) => setWanted({ ...wanted, line: key })}
            />
          </Field>
          <Field label={t('actual.field')}>
            <Select
              value={field.field}
              options={line.fields.map((one) => ({
                value: one.field,
                label: t(`actual.fields.${one.field}`),
              }))}
              onChange={(name) => setWanted({ ...wanted, field: name })}
            />
          </Field>
        </div>
        <LaunchPicture
          named={line.named}
          compared={field}
          detail={detail}
          stretch={matched.stretch}
          currency={journey.settings.currency}
        />
      </section>
      <LaunchTotals
        compared={compared}
        days={[matched.stretch.from, matched.stretch.to].map(
          (at) => dayWords(dates[at] ?? detail.firstDay).label,
        )}
        currency={journey.settings.currency}
      />
    </>
  );
}

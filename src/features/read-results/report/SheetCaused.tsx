import { useTranslation } from 'react-i18next';
import type { Lift } from '../../../analytics/incrementality/lift.ts';
import { formatBand } from '../../../i18n/format.ts';
import { LIFT_METRICS, useLiftWords } from '../lift/useLiftWords.ts';
import { BothCounts } from '../money/BothCounts.tsx';
import { countedIn } from '../money/withoutJourney.ts';
import type { ShownRun } from '../shownRun.ts';
import styles from './report.module.css';

/** What the journey causes, as far as it is known. */
export interface CausedState {
  readonly lift: Lift | undefined;
  readonly isComing: boolean;
}

interface SheetCausedProps {
  readonly run: ShownRun;
  readonly caused: CausedState;
}

/** What would not have come without the journey, right below all that comes: whoever is handed the page sees both. */
export function SheetCaused({ run, caused: { lift, isComing } }: SheetCausedProps) {
  const { t } = useTranslation();
  const { request } = run;
  const words = useLiftWords(request.journey.settings.currency, countedIn(request));
  return (
    <section>
      <h2>{t('readResults.caused.title')}</h2>
      <dl className={styles.figures} data-columns="3">
        {LIFT_METRICS.map((metric) => {
          const amount = lift?.[metric];
          const print = (value: number) => words.print(metric, value);
          return (
            <div key={metric}>
              <dt>{words.extra(metric)}</dt>
              <dd>
                <strong>{amount ? print(amount.value) : '–'}</strong>
                <span>
                  {amount
                    ? formatBand(amount, print)
                    : t(isComing ? 'report.sheet.coming' : 'report.sheet.unknown')}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
      <BothCounts run={run} className={styles.soft} />
    </section>
  );
}

import '../../../i18n/moneyWords.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatBand } from '../../../i18n/format.ts';
import { Headline } from '../../../ui/Headline.tsx';
import { LIFT_METRICS, useLiftWords } from '../lift/useLiftWords.ts';
import { BothCounts } from '../money/BothCounts.tsx';
import { useBothWorlds } from '../money/useBothWorlds.ts';
import { WhatIfState } from '../money/WhatIfState.tsx';
import { countedIn } from '../money/withoutJourney.ts';
import type { ShownRun } from '../shownRun.ts';
import styles from '../ReadResultsView.module.css';

/** What would not have come without the journey, beside all that comes. As tall before it is known as after. */
export function Caused({ run }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const { request, kind, detail } = run;
  const words = useLiftWords(request.journey.settings.currency, countedIn(request));
  // A forecast's pictures come first: comparisons wait for each other.
  const isFirst = kind === 'forecast' && detail === undefined;
  const asked = useBothWorlds({ ...run, pending: run.pending || isFirst });
  const { lift, isStale } = asked;
  const isComing = asked.isComing || (isFirst && !run.pending);
  const missing = run.pending ? 'waits' : isComing ? 'coming' : 'unknown';
  return (
    <section className={styles.block} aria-labelledby="overview-caused" aria-busy={isComing}>
      <h2 id="overview-caused" className={styles.rowTitle}>
        {t('readResults.caused.title')} <Link href="/results/lift">{t('readResults.caused.more')}</Link>
      </h2>
      <div className={styles.cards}>
        {LIFT_METRICS.map((metric) => {
          const amount = lift?.[metric];
          return (
            <div key={metric} className={styles.card}>
              <Headline
                large
                label={words.extra(metric)}
                value={amount ? words.print(metric, amount.value) : '–'}
                band={
                  amount
                    ? formatBand(amount, (value) => words.print(metric, value))
                    : t(`readResults.caused.${missing}`)
                }
                loss={metric === 'profit' && (amount?.value ?? 0) < 0}
                pending={isStale || run.pending}
              />
            </div>
          );
        })}
      </div>
      <p className={styles.question}>
        {t(countedIn(request) === 'orders' ? 'readResults.caused.note' : 'lift.caused.goal')}
      </p>
      <BothCounts run={run} className={styles.question} />
      {!isComing && <WhatIfState {...asked} />}
    </section>
  );
}

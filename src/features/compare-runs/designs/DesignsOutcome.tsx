import type { PairedMetric } from '../../../analytics/report.ts';
import { useApproximation } from '../../../i18n/useApproximation.ts';
import type { Figures } from '../numbers/figures.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import { BestTable, FiguresTable } from './BestTable.tsx';
import { PairCard } from './PairCard.tsx';
import type { DesignsResult } from './runDesigns.ts';
import styles from '../compareRuns.module.css';

interface DesignsOutcomeProps {
  readonly result: DesignsResult;
  readonly metric: PairedMetric;
  readonly parameters: Parameters;
  readonly figures: Figures;
}

/** What came of it: all together where there are more than two, then each beside the baseline. */
export function DesignsOutcome({ result, metric, parameters, figures }: DesignsOutcomeProps) {
  const { t, format } = figures;
  const { ran, blocked, standings } = result;
  const [base, ...others] = ran;
  const approximation = useApproximation(base?.report.approximate);
  return (
    <>
      {blocked.map(({ name, problem }) => (
        <p key={name} role="status" className={styles.bad}>
          {t('compareRuns.designs.blocked', { name, problem })}
        </p>
      ))}
      {base && standings && (
        <>
          <p className={styles.soft}>
            {t('compareRuns.designs.about', {
              contacts: format.number(base.report.contacts),
              shown: format.number(base.report.scaledTo ?? base.report.contacts),
            })}
            {approximation && ` ${approximation}`}
          </p>
          {ran.length > 2 && (
            <section className={styles.block}>
              <BestTable ran={ran} standings={standings} figures={figures} />
              <p className={styles.soft}>{t('compareRuns.best.about')}</p>
              <FiguresTable ran={ran} figures={figures} />
            </section>
          )}
          {others.map((other, at) => {
            const differences = standings.differences[at + 1];
            return (
              differences && (
                <PairCard
                  key={other.ref}
                  base={base}
                  other={other}
                  differences={differences}
                  metric={metric}
                  parameters={parameters}
                  figures={figures}
                />
              )
            );
          })}
        </>
      )}
    </>
  );
}

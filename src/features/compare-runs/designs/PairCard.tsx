import { useMemo } from 'react';
import { diffJourneys, differs } from '../../../journey/diffJourneys.ts';
import { forbids, reservationsBetween, type Reservation } from '../../../journey/comparable.ts';
import type { Differences } from '../../../analytics/comparePaired.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import { diffCounts } from '../../../legend/diff/diffCounts.ts';
import { DiffList } from '../../../legend/diff/DiffList.tsx';
import type { Figures } from '../numbers/figures.ts';
import { parameterName, printValue } from '../numbers/parameterWords.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import { PairTable } from './PairTable.tsx';
import type { RanDesign } from './runDesigns.ts';
import { UseWinner } from './UseWinner.tsx';
import { verdict } from './verdict.ts';
import styles from '../compareRuns.module.css';

interface PairCardProps {
  readonly base: RanDesign;
  readonly other: RanDesign;
  readonly differences: Differences;
  readonly metric: PairedMetric;
  readonly parameters: Parameters;
  readonly figures: Figures;
}

/** One design beside the one it is compared with: what it does, and what is different in it. */
export function PairCard({ base, other, differences, metric, parameters, figures }: PairCardProps) {
  const { t } = figures;
  const reservations = reservationsBetween(base.design.journey, other.design.journey);
  const title = t('compareRuns.pair.title', { name: other.name, base: base.name });
  return (
    <section aria-label={title} className={styles.section}>
      <h3 className={styles.pairTitle}>{title}</h3>
      <p className={styles.verdict}>
        {verdict(metric, differences[metric], { name: other.name, base: base.name }, figures)}
      </p>
      <UseWinner
        base={base}
        other={other}
        difference={differences[metric]}
        metric={metric}
        parameters={parameters}
        figures={figures}
      />
      <Reservations reservations={reservations} figures={figures} />
      <div className={styles.pair}>
        <PairTable base={base} other={other} differences={differences} figures={figures} />
        <WhatDiffers base={base} other={other} parameters={parameters} figures={figures} />
      </div>
    </section>
  );
}

interface ReservationsProps {
  readonly reservations: readonly Reservation[];
  readonly figures: Figures;
}

/** What is to be kept in mind: the two differ in more than what was changed. */
function Reservations({ reservations, figures: { t } }: ReservationsProps) {
  const some = reservations.filter((one) => !forbids(one));
  if (some.length === 0) return null;
  return (
    <ul className={styles.reservations}>
      {some.map((one) => (
        <li key={one}>{t(`compareRuns.reservation.${one}`)}</li>
      ))}
    </ul>
  );
}

type WhatDiffersProps = Pick<PairCardProps, 'base' | 'other' | 'parameters' | 'figures'>;

/** Of the journey step by step; of a scenario the numbers that stand in no journey as well. */
function WhatDiffers({ base, other, parameters, figures }: WhatDiffersProps) {
  const { t, format } = figures;
  const [before, after] = [base.design.journey, other.design.journey];
  const diff = useMemo(() => diffJourneys(before, after), [before, after]);
  const outside = [...base.changes, ...other.changes].flatMap(({ parameter, value }) => {
    const of = parameters.all.find(({ id }) => id === parameter);
    if (!of || (of.place.in !== 'assumption' && !['cap', 'budget', 'rateLimit'].includes(of.place.in)))
      return [];
    return [{ of, value, key: `${parameter}.${value}` }];
  });
  const none = !differs(diff) && outside.length === 0;
  return (
    <section aria-label={t('compareRuns.diff.label')} tabIndex={0} className={styles.diff}>
      <h4>{t('compareRuns.diff.label')}</h4>
      <p className={styles.soft}>{none ? t('compareRuns.diff.none') : diffCounts(diff, t, format)}</p>
      {outside.length > 0 && (
        <ul className={styles.outside}>
          {outside.map(({ of, value, key }) => (
            <li key={key}>
              {t('compareRuns.diff.number', {
                name: parameterName(of, parameters.design, figures),
                now: printValue(of, of.value, figures),
                value: printValue(of, value, figures),
              })}
            </li>
          ))}
        </ul>
      )}
      {differs(diff) && <DiffList diff={diff} comparison={{ t, format, before, after }} />}
    </section>
  );
}

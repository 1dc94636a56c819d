import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerOf } from '../../../analytics/finance/reportLedgers.ts';
import { experimentOutlook, type ExperimentOutlook } from '../../../analytics/incrementality/experiment.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { classes } from '../../../ui/classes.ts';
import type { Known } from '../money/useWhatIfs.ts';
import { countedIn, termsOf } from '../money/withoutJourney.ts';
import type { ShownRun } from '../shownRun.ts';
import type { Experiment } from './experiments.ts';
import { useLiftWords } from './useLiftWords.ts';
import styles from './lift.module.css';

interface OutlookWordsProps {
  readonly run: ShownRun;
  readonly experiment: Experiment;
  readonly known: Known;
  readonly isStale: boolean;
}

/** Which arm is best, by how much, and how surely one launch finds it. */
export function OutlookWords({ run, experiment, known, isStale }: OutlookWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLiftWords(run.request.journey.settings.currency, countedIn(run.request));
  const outlook = useMemo(() => outlookOf(run, experiment, known), [run, experiment, known]);
  const nameOf = (id: string) => experiment.step.arms.find((arm) => arm.id === id)?.name ?? id;
  if (!outlook) return null;
  if (outlook.wrongWinner === undefined) return <p>{t('lift.experiments.same')}</p>;
  const isSure = outlook.more.every(({ by }) => by.low > 0);
  return (
    <ul className={classes(styles.facts, isStale && styles.pending)}>
      <li>
        <strong>
          {t(isSure ? 'lift.experiments.best' : 'lift.experiments.ahead', { best: nameOf(outlook.best) })}
        </strong>{' '}
        {outlook.more
          .map(({ than, by }) =>
            t('lift.experiments.more', {
              conversions: words.say('conversions', by),
              than: nameOf(than),
            }),
          )
          .join(' ')}
      </li>
      <li>{t('lift.experiments.closeCall', { chance: format.chance(outlook.closeCall) })}</li>
      <li>{t('lift.experiments.wrong', { chance: format.chance(outlook.wrongWinner) })}</li>
    </ul>
  );
}

function outlookOf(
  { request }: ShownRun,
  { step, counted }: Experiment,
  { reports }: Known,
): ExperimentOutlook | undefined {
  const terms = termsOf(request);
  const arms = step.arms.flatMap(({ id }, at) => {
    const report = reports[at];
    return report ? [{ id, everybody: ledgerOf(report, terms), contacts: counted?.exits[id] ?? 0 }] : [];
  });
  return experimentOutlook(arms, counted?.entered ?? 0);
}

import { useTranslation } from 'react-i18next';
import type { BothWorlds, Lift } from '../../../analytics/incrementality/lift.ts';
import { shownSum } from '../../../analytics/finance/ledger.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { termsOf } from '../money/withoutJourney.ts';
import type { ShownRun } from '../shownRun.ts';
import { useLiftWords } from './useLiftWords.ts';
import styles from './lift.module.css';

interface LiftSentencesProps {
  readonly run: ShownRun;
  readonly worlds: BothWorlds;
  readonly lift: Lift;
}

/** What the journey causes, said. */
export function LiftSentences({ run, worlds, lift }: LiftSentencesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLiftWords(run.request.journey.settings.currency);
  const without = shownSum(worlds.without, worlds.without.groups.conversions);
  const { contacts } = worlds.withIt.groups;
  return (
    <section className={styles.said} aria-labelledby="lift-caused">
      <h2 id="lift-caused">{t('lift.caused.title')}</h2>
      <p className={styles.sentence}>
        {t('lift.caused.sentence', { conversions: words.say('conversions', lift.conversions) })}{' '}
        {without === 0
          ? t('lift.caused.alone')
          : lift.relative &&
            t('lift.caused.relative', {
              band: formatBand(lift.relative, format.rate),
              without: words.print('conversions', without),
            })}
      </p>
      <p>
        {t('lift.caused.money', {
          revenue: words.say('revenue', lift.revenue),
          profit: words.say('profit', lift.profit),
        })}
      </p>
      {termsOf(run.request).measure.kind === 'goal' && <p className={styles.note}>{t('lift.caused.goal')}</p>}
      <p className={styles.note}>
        {t('lift.caused.note', { contacts: format.number(shownSum(worlds.withIt, contacts)) })}
      </p>
    </section>
  );
}

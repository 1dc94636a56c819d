import { useTranslation } from 'react-i18next';
import type { BothWorlds, Lift } from '../../../analytics/incrementality/lift.ts';
import { liftOf } from '../../../analytics/incrementality/lift.ts';
import { shownSum } from '../../../analytics/finance/ledger.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { BothCounts } from '../money/BothCounts.tsx';
import type { EnteringWorlds } from '../money/useBothWorlds.ts';
import { countedIn } from '../money/withoutJourney.ts';
import type { ShownRun } from '../shownRun.ts';
import { useLiftWords } from './useLiftWords.ts';
import styles from './lift.module.css';

interface LiftSentencesProps {
  readonly run: ShownRun;
  readonly worlds: BothWorlds;
  readonly entering: EnteringWorlds;
  readonly lift: Lift;
}

/** What the journey causes, said. */
export function LiftSentences({ run, worlds, entering, lift }: LiftSentencesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const counted = countedIn(run.request);
  const words = useLiftWords(run.request.journey.settings.currency, counted);
  const without = shownSum(worlds.without, worlds.without.groups.conversions);
  const { contacts } = worlds.withIt.groups;
  return (
    <section className={styles.said} aria-labelledby="lift-caused">
      <h2 id="lift-caused">{t('lift.caused.title')}</h2>
      <p className={styles.sentence}>
        {t('lift.caused.sentence', { conversions: words.say('conversions', lift.conversions) })}{' '}
        {without === 0
          ? t(`lift.caused.alone.${counted}`)
          : t(`lift.caused.anyway.${counted}`, { without: words.print('conversions', without) })}
      </p>
      <OfThoseWhoEnter entering={entering} />
      <p>
        {t('lift.caused.money', {
          revenue: words.say('revenue', lift.revenue),
          profit: words.say('profit', lift.profit),
        })}
      </p>
      <BothCounts run={run} />
      {counted === 'conversions' && <p className={styles.note}>{t('lift.caused.goal')}</p>}
      <p className={styles.note}>
        {t('lift.caused.note', { contacts: format.number(shownSum(worlds.withIt, contacts)) })}
      </p>
    </section>
  );
}

/** In parts of what they would do anyway: contacts who never enter would only thin it out. */
function OfThoseWhoEnter({ entering: { worlds, parts } }: Pick<LiftSentencesProps, 'entering'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { withIt, without } = worlds;
  const people = shownSum(withIt, withIt.groups.contacts);
  const entered = people * parts.withIt;
  if (entered === 0) return <p>{t('lift.entering.nobody')}</p>;
  const said = {
    entered: format.number(Math.round(entered)),
    share: format.rate(parts.withIt),
    with: format.number(Math.round(shownSum(withIt, withIt.groups.conversions))),
    without: format.number(Math.round(shownSum(without, without.groups.conversions))),
  };
  const { relative } = liftOf(worlds);
  const band = relative && formatBand(relative, format.rate);
  return (
    <p>
      {t('lift.entering.convert', said)} {band !== undefined && t('lift.entering.relative', { band })}
    </p>
  );
}

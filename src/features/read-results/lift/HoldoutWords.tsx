import { useTranslation } from 'react-i18next';
import type { HoldoutPlan, HoldoutView } from '../../../analytics/incrementality/realHoldout.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { ShownRun } from '../shownRun.ts';
import { monthsOf, type HeldWorlds } from './plannedHoldout.ts';
import { useLiftWords } from './useLiftWords.ts';
import styles from './lift.module.css';

interface HoldoutWordsProps {
  readonly view: HoldoutView;
  readonly plan: HoldoutPlan;
  readonly run: ShownRun;
  readonly held: HeldWorlds;
}

/** What a holdout of this size would see, and how large it has to be. */
export function HoldoutWords({ view, plan, run, held }: HoldoutWordsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counted } = held;
  const words = useLiftWords(run.request.journey.settings.currency, counted);
  const needed = useNeeded({ view, run, held });
  const { rate, least } = view;
  const times = (value: number) => format.number(value, 2);
  return (
    <ul className={styles.facts}>
      <li>
        {t('lift.holdout.sizes', { treated: format.number(view.treated), held: format.number(view.held) })}{' '}
        {t('lift.holdout.sees', { conversions: words.say('conversions', view.conversions) })}
      </li>
      {view.ratio && <li>{t(`lift.holdout.ratio.${counted}`, { band: formatBand(view.ratio, times) })}</li>}
      {view.revenueRatio && (
        <li>{t('lift.holdout.revenueRatio', { band: formatBand(view.revenueRatio, times) })}</li>
      )}
      {view.power !== undefined && <li>{t('lift.holdout.power', { chance: format.chance(view.power) })}</li>}
      <li>
        {least === undefined || rate === 0
          ? t('lift.holdout.leastNone')
          : t(`lift.holdout.least.${counted}`, {
              relative: format.rate(least / rate),
              from: format.rate(rate),
              to: format.rate(rate + least),
            })}
      </li>
      <li>{needed}</li>
      {view.conversions.value > 0 && (
        <li>
          {t(`lift.holdout.cost.${counted}`, {
            conversions: format.number(Math.round(view.conversions.value * plan.share)),
          })}
        </li>
      )}
    </ul>
  );
}

function useNeeded({
  view: { needed },
  run,
  held: { counted, shown },
}: Pick<HoldoutWordsProps, 'view' | 'run' | 'held'>): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { journey } = run.request;
  const words = useLiftWords(journey.settings.currency, counted);
  if (needed === undefined) return t('lift.holdout.noLift');
  const contacts = format.number(needed);
  const months = monthsOf(journey);
  if (months === undefined) return t('lift.holdout.needed', { contacts });
  return t('lift.holdout.neededMonths', { contacts, months: words.months((months * needed) / shown) });
}

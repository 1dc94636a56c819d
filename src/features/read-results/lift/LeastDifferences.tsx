import { useTranslation } from 'react-i18next';
import { ledgerOf } from '../../../analytics/finance/reportLedgers.ts';
import { contactsFor, leastEffect } from '../../../analytics/incrementality/power.ts';
import { sum } from '../../../analytics/view.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { countedIn, termsOf } from '../money/withoutJourney.ts';
import type { ShownRun } from '../shownRun.ts';
import type { Experiment } from './experiments.ts';
import { monthsOf } from './plannedHoldout.ts';
import { useLiftWords } from './useLiftWords.ts';
import styles from './lift.module.css';

interface LeastDifferencesProps {
  readonly run: ShownRun;
  readonly experiment: Experiment;
}

/** Per arm against the first: what difference the contacts who come there can show. */
export function LeastDifferences({ run, experiment }: LeastDifferencesProps) {
  const { t } = useTranslation();
  const say = useSayLeast(run);
  const { step, counted } = experiment;
  const [control, ...others] = step.arms;
  if (!control) return null;
  const sizeOf = (id: string) => counted?.exits[id] ?? 0;
  return (
    <ul className={styles.facts}>
      {others.map(({ id, name }) => (
        <li key={id}>
          {say({ control: sizeOf(control.id), treated: sizeOf(id) }, { arm: name, control: control.name }) ??
            t('lift.experiments.leastNone', { arm: name, control: control.name })}
        </li>
      ))}
    </ul>
  );
}

interface Sizes {
  readonly control: number;
  readonly treated: number;
}

function useSayLeast({ request, report }: ShownRun) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLiftWords(request.journey.settings.currency, countedIn(request));
  const { groups } = ledgerOf(report, termsOf(request));
  const people = sum(groups.contacts);
  const rate = people === 0 ? 0 : Math.min(1, sum(groups.conversions) / people);
  const months = monthsOf(request.journey);
  return ({ control, treated }: Sizes, names: { readonly arm: string; readonly control: string }) => {
    const contacts = control + treated;
    const test = { rate, share: contacts === 0 ? 0 : control / contacts };
    const least = leastEffect(test, contacts);
    if (least === undefined) return undefined;
    const found = { ...names, points: format.number(least * 100, 2), rate: format.rate(rate) };
    const forHalf = contactsFor(test, least / 2);
    if (months === undefined || forHalf === undefined) return t('lift.experiments.least', found);
    return t('lift.experiments.leastMonths', {
      ...found,
      months: words.months((months * forHalf) / contacts),
    });
  };
}

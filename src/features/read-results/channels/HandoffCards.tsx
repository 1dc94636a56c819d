import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { pipelineOf } from '../../../analytics/dashboard/pipeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Headline } from '../../../ui/Headline.tsx';
import type { ShownRun } from '../shownRun.ts';
import { handoffCost, returnOn } from './handoffMoney.ts';
import styles from '../ReadResultsView.module.css';

interface HandoffCardsProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
}

type Name = 'handed' | 'accepted' | 'won' | 'cost' | 'value' | 'roi';

const exactly = (value: number): Estimate => ({ value, low: value, high: value });

/** What handing contacts to people comes to: how many, what it costs and what it brings. */
export function HandoffCards({ run, detail }: HandoffCardsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { journey, policies } = run.request;
  const pipeline = useMemo(() => pipelineOf(detail), [detail]);
  const cost = handoffCost(run.report);
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(Math.round(value), journey.settings.currency);
  const margin = policies.economics?.grossMargin ?? 1;
  const cards: readonly (readonly [Name, Estimate | undefined, (value: number) => string])[] = [
    ['handed', exactly(pipeline.handed), count],
    ['accepted', pipeline.accepted, count],
    ['won', pipeline.won, count],
    ['cost', exactly(cost), money],
    ['value', pipeline.value, money],
    ['roi', returnOn(pipeline.value, cost, margin), format.rate],
  ];
  return (
    <div className={styles.cards}>
      {cards.map(([name, amount, print]) => (
        <div key={name} className={styles.card}>
          <Headline
            label={t(`channels.handoff.card.${name}`)}
            value={amount ? print(amount.value) : t('channels.noBase')}
            band={
              amount && (amount.low === amount.high ? t('readResults.exactly') : formatBand(amount, print))
            }
            question={t(`channels.handoff.cardMeans.${name}`)}
            loss={name === 'roi' && (amount?.value ?? 0) < 0}
            pending={run.pending}
          />
        </div>
      ))}
    </div>
  );
}

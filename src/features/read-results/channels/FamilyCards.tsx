import { useTranslation } from 'react-i18next';
import type { RunDetail } from '../../../analytics/detail.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Headline } from '../../../ui/Headline.tsx';
import type { ShownRun } from '../shownRun.ts';
import type { Family } from './families.ts';
import { familyCards, type CardFigure } from './familyCards.ts';
import { familyFigures } from './familyFigures.ts';
import styles from '../ReadResultsView.module.css';

interface FamilyCardsProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  readonly family: Family;
}

/** The figures by which channels of this family are judged, each with its interval. */
export function FamilyCards({ run, detail, family }: FamilyCardsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { policies, journey } = run.request;
  const cards = familyCards(family, familyFigures(detail, family, policies.economics?.grossMargin ?? 1));
  const print = {
    count: (value: number) => format.number(Math.round(value)),
    rate: format.rate,
    times: (value: number) => format.number(value, 1),
    money: (value: number) =>
      format.money(value < 100 ? value : Math.round(value), journey.settings.currency),
  } satisfies Record<CardFigure['unit'], (value: number) => string>;
  const bandOf = ({ name, unit, amount }: CardFigure) => {
    if (!amount) return undefined;
    if (amount.low !== amount.high) return formatBand(amount, print[unit]);
    // What is the same for everybody has no interval, and is no finding of this run.
    return FOLLOWING.has(name) ? undefined : t('readResults.exactly');
  };
  return (
    <div className={styles.cards}>
      {cards.map((card) => {
        const { name, unit, amount } = card;
        return (
          <div key={name} className={styles.card}>
            <Headline
              label={t(`channels.card.${name}`)}
              value={amount ? print[unit](amount.value) : t('channels.noBase')}
              band={bandOf(card)}
              question={t(`channels.cardMeans.${name}`)}
              loss={name === 'roi' && (amount?.value ?? 0) < 0}
              pending={run.pending}
            />
          </div>
        );
      })}
    </div>
  );
}

/** What follows from costs and assumptions alone, where every contact has the same of it. */
const FOLLOWING: ReadonlySet<CardFigure['name']> = new Set(['frequency', 'cpm'] as const);

import type { Estimate } from '../../../analytics/intervals.ts';
import type { Family } from './families.ts';
import type { FamilyFigures } from './familyFigures.ts';

/** A figure on a card: how it is printed, and its interval where it has one. */
export interface CardFigure {
  readonly name: CardName;
  readonly unit: 'count' | 'rate' | 'money' | 'times';
  /** Undefined: there is nothing to divide by. */
  readonly amount: Estimate | undefined;
}

export type CardName =
  | 'sent'
  | 'posts'
  | 'reached'
  | 'delivered'
  | 'opened'
  | 'clicked'
  | 'replied'
  | 'interaction'
  | 'impressions'
  | 'frequency'
  | 'cpm'
  | 'converted'
  | 'unsubscribed'
  | 'complained'
  | 'cost'
  | 'revenue'
  | 'roi';

/** What is looked at first on each family's screen, in order. */
export function familyCards(family: Family, figures: FamilyFigures): readonly CardFigure[] {
  const { rates, impressions, reached } = figures;
  const count = (name: CardName, amount: Estimate): CardFigure => ({ name, unit: 'count', amount });
  const rate = (name: CardName, amount: Estimate | undefined): CardFigure => ({
    name,
    unit: 'rate',
    amount: figures.sent.value > 0 ? amount : undefined,
  });
  const money: readonly CardFigure[] = [
    count('converted', figures.converted),
    { name: 'cost', unit: 'money', amount: figures.cost },
    { name: 'revenue', unit: 'money', amount: figures.revenue },
    { name: 'roi', unit: 'rate', amount: figures.roi },
  ];
  switch (family) {
    case 'email':
      return [
        count('sent', figures.sent),
        rate('delivered', rates.delivered),
        rate('opened', rates.opened),
        rate('clicked', rates.clicked),
        rate('unsubscribed', rates.unsubscribed),
        rate('complained', rates.complained),
        ...money,
      ];
    case 'messaging':
      return [
        count('sent', figures.sent),
        count('reached', reached),
        rate('delivered', rates.delivered),
        rate('clicked', rates.clicked),
        count('replied', figures.replied),
        rate('unsubscribed', rates.unsubscribed),
        ...money,
      ];
    case 'ads':
      return [
        count('impressions', impressions),
        count('reached', reached),
        { name: 'frequency', unit: 'times', amount: figures.frequency },
        { name: 'cpm', unit: 'money', amount: figures.cpm },
        rate('interaction', figures.interaction),
        ...money,
      ];
    case 'social':
      return [
        count('posts', figures.sent),
        count('reached', reached),
        rate('interaction', rates.clicked),
        ...money,
      ];
    case 'calls':
      return [
        count('sent', figures.sent),
        count('reached', reached),
        rate('delivered', rates.delivered),
        rate('clicked', rates.clicked),
        ...money,
      ];
  }
}

import type { Odds, SendOdds } from '../../../analytics/stories/sendOdds.ts';
import type { ToldOdds } from '../../../state/litWay.ts';
import type { Telling } from './telling.ts';

const STAGES = ['delivered', 'opened', 'clicked', 'converted', 'unsubscribed'] as const;
type Stage = (typeof STAGES)[number];

export const happens = ({ chance, drawn }: Odds) => drawn < chance;

/** Chance and draw of all that could come of a message and is worth telling. */
export function toldOdds(odds: SendOdds, { t, format }: Pick<Telling, 't' | 'format'>): readonly ToldOdds[] {
  return STAGES.filter((stage) => isWorthTelling(odds, stage)).map((stage) => {
    const { chance, drawn } = odds[stage];
    const did = happens(odds[stage]);
    return {
      name: t(`contacts.odds.${stage}`),
      chance: t('contacts.odds.chance', { chance: format.rate(chance) }),
      luck: cameTo(odds, stage)
        ? t(did ? 'contacts.odds.yes' : 'contacts.odds.no', { drawn: format.rate(drawn) })
        : t('contacts.odds.moot'),
      happens: cameTo(odds, stage) && did,
    };
  });
}

/** What nobody does on this channel, or everybody, says nothing. */
function isWorthTelling(odds: SendOdds, stage: Stage): boolean {
  const { chance } = odds[stage];
  return stage === 'delivered' ? chance < 1 : chance > 0 && chance < 1 - 1e-9;
}

/** Whether luck was asked at all: what was not read is not clicked. */
function cameTo({ delivered, opened, clicked }: SendOdds, stage: Stage): boolean {
  const arrives = happens(delivered);
  switch (stage) {
    case 'delivered':
      return true;
    case 'opened':
    case 'unsubscribed':
      return arrives;
    case 'clicked':
      return arrives && happens(opened);
    case 'converted':
      return arrives && happens(opened) && happens(clicked);
  }
}

import { describe, expect, it } from 'vitest';
import { familyCards, type CardName } from '../../../../src/features/read-results/channels/familyCards.ts';
import { familyFigures } from '../../../../src/features/read-results/channels/familyFigures.ts';
import type { Family } from '../../../../src/features/read-results/channels/families.ts';
import type { Channel } from '../../../../src/journey/channels.ts';
import { EMAIL, smallJourney } from '../../../support/smallJourney.ts';
import { runOf } from '../shownRuns.ts';

/** Cards of a journey whose only message is on this channel and goes to some of its contacts. */
function cardsOf(family: Family, channel: Channel) {
  const journey = smallJourney();
  const step = journey.steps[EMAIL]!;
  if (step.kind !== 'message') throw new Error('the second step sends');
  const steps = { ...journey.steps, [EMAIL]: { ...step, channel } };
  const { detail } = runOf({ ...journey, steps });
  if (!detail) throw new Error('the run has its detail');
  const cards = familyCards(family, familyFigures(detail, family, 1));
  return (name: CardName) => cards.find((card) => card.name === name)?.amount;
}

describe('the cards of a family of channels', () => {
  it('gives cost the interval of the sends that it is made of', () => {
    const card = cardsOf('email', 'email');
    const [sent, cost] = [card('sent')!, card('cost')!];
    expect(sent.high).toBeGreaterThan(sent.low);
    expect(cost.low / cost.value).toBeCloseTo(sent.low / sent.value, 9);
    expect(cost.high / cost.value).toBeCloseTo(sent.high / sent.value, 9);
  });

  it('gives no interval to a frequency, or a price of impressions, that is the same for everybody', () => {
    const card = cardsOf('ads', 'display-ad');
    expect(card('frequency')).toEqual({ value: 10, low: 10, high: 10 });
    expect(card('cpm')!.high).toBe(card('cpm')!.low);
    expect(card('interaction')!.high).toBeGreaterThan(card('interaction')!.low);
  });
});

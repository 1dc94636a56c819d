import { describe, expect, it } from 'vitest';
import { forbids, RESERVATIONS, reservationsBetween } from '../../src/journey/comparable.ts';
import { minutes } from '../../src/journey/units.ts';
import { smallJourney } from '../support/smallJourney.ts';

const journey = smallJourney();
const { settings } = journey;
const [goal] = settings.goals;

describe('what two journeys do not have in common', () => {
  it('is nothing between a journey and a copy with another name', () => {
    expect(reservationsBetween(journey, { ...journey, name: 'Another' })).toEqual([]);
  });

  it.each([
    ['currency', { settings: { ...settings, currency: 'SEK' } }],
    ['horizon', { settings: { ...settings, horizonMinutes: minutes(99) } }],
    ['start', { settings: { ...settings, start: '2031-01-01T00:00:00Z' } }],
    ['entry', { settings: { ...settings, entryCap: 5 } }],
    [
      'goal',
      {
        settings: {
          ...settings,
          goals: [{ ...goal!, count: 'every', window: { minutes: minutes(7), from: 'click' } }],
        },
      },
    ],
    ['luck', { luckId: 'other' }],
  ] as const)('is told of the %s', (reservation, change) => {
    expect(reservationsBetween(journey, { ...journey, ...change })).toEqual([reservation]);
  });

  it('is not another spelling of the same start', () => {
    const start = new Date(Date.parse(settings.start)).toISOString().replace('.000Z', '+00:00');
    expect(reservationsBetween(journey, { ...journey, settings: { ...settings, start } })).toEqual([]);
  });

  it('forbids a comparison where money is of two kinds, and there alone', () => {
    expect(RESERVATIONS.filter(forbids)).toEqual(['currency']);
  });
});

import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { dittofeedJourney } from '../../support/formats/dittofeedJourney.ts';
import { tryRoundTrips } from '../../support/formats/roundTrip.ts';
import { runnableJourney } from '../../support/randomJourney.ts';

describe('both ways', () => {
  test('what Dittofeed has comes back with the same results', async () => {
    const { promised, kinds, tried } = await tryRoundTrips(converter, dittofeedJourney, {
      seed: 11,
      numRuns: 120,
    });
    console.log({ promised, tried, kinds });
    expect(promised).toBeGreaterThan(60);
  });

  test('any journey is written and read, or refused', async () => {
    const { tried, promised } = await tryRoundTrips(converter, runnableJourney, { seed: 12, numRuns: 120 });
    console.log({ tried, promised });
    expect(tried).toBeGreaterThan(60);
  });
});

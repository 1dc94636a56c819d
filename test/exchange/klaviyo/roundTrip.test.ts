import { expect, test } from 'vitest';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { tryRoundTrips } from '../../support/formats/roundTrip.ts';

test('whatever journey goes out comes back without errors, and as it was where that is promised', async () => {
  const trips = await tryRoundTrips(converter, runnableJourney, { seed: 11, numRuns: 300 });
  console.log(trips);
  expect(trips.tried).toBeGreaterThan(250);
}, 60_000);

import { expect, test } from 'vitest';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import { STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { klaviyoJourney } from '../../support/formats/klaviyoJourney.ts';
import { tryRoundTrips } from '../../support/formats/roundTrip.ts';
import { runnableJourney } from '../../support/randomJourney.ts';

test('whatever journey goes out comes back without errors, and as it was where that is promised', async () => {
  const trips = await tryRoundTrips(converter, runnableJourney, { seed: 11, numRuns: 30 });
  expect(trips.tried).toBeGreaterThanOrEqual(15);
}, 30_000);

test('what flows can say comes back with the same results, with every kind of step', async () => {
  const trips = await tryRoundTrips(converter, klaviyoJourney, { seed: 3, numRuns: 100 });
  expect(trips.promised).toBeGreaterThanOrEqual(80);
  // A ladder is written out in messages, and comes back so.
  expect([...trips.kinds].sort()).toEqual(STEP_KINDS.filter((kind) => kind !== 'escalate').toSorted());
}, 30_000);

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { verifyDittofeed } from '../../support/formats/dittofeed.ts';
import { dittofeedJourney } from '../../support/formats/dittofeedJourney.ts';
import { promisesAll, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { runnableJourney } from '../../support/randomJourney.ts';

/** Loops are written out, and most journeys of chance have several: those that go round often do not fit. */
const shortLoops: fc.Arbitrary<Journey> = runnableJourney.map((journey) => ({
  ...journey,
  settings: { ...journey.settings, maxPasses: 1 },
}));

describe('both ways', () => {
  test('what Dittofeed has, or can be made to do, comes back with the same results', async () => {
    const trips = await tryRoundTrips(converter, dittofeedJourney, { seed: 11, numRuns: 100 });
    expect(trips.promised).toBeGreaterThan(80);
    expect([...trips.kinds].sort()).toEqual([
      'check',
      'entry',
      'exit',
      'experiment',
      'handoff',
      'message',
      'split',
      'update',
      'wait',
    ]);
  });

  test('any journey that can be written can be read', async () => {
    const { tried } = await tryRoundTrips(converter, shortLoops, { seed: 12, numRuns: 40 });
    expect(tried).toBeGreaterThan(15);
  });

  test('what is read is written again to the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(dittofeedJourney, async (journey) => {
        const { files, fits } = await written(converter, journey);
        expect(verifyDittofeed(files)).toEqual([]);
        fc.pre(promisesAll(fits));
        const again = await written(converter, await readBack(converter, files, journey));
        const texts = (list: typeof files) =>
          Object.fromEntries(list.map(({ name, text }) => [name, sorted(JSON.parse(text))]));
        expect(texts(again.files)).toEqual(texts(files));
      }),
      { seed: 13, numRuns: 40 },
    );
  });

  test('any journey that can be written is right by the verifier', async () => {
    await fc.assert(
      fc.asyncProperty(shortLoops, async (journey) => {
        const exported = await converter.export(journey);
        if (exported.ok) expect(verifyDittofeed(exported.files)).toEqual([]);
      }),
      { seed: 14, numRuns: 40 },
    );
  });
});

/** Things that are made have no order among themselves. */
function sorted(list: unknown): unknown {
  return Array.isArray(list) ? (list as { id: string }[]).sort((a, b) => (a.id < b.id ? -1 : 1)) : list;
}

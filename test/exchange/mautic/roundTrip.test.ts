import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { outcome, promisesAll, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { campaignFaults } from '../../support/formats/mautic.ts';
import { mauticJourney } from '../../support/formats/mauticJourney.ts';
import { asAnswer, asExport } from '../../support/formats/mauticShapes.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

test('journeys of what Mautic has come back whole, as promised', async () => {
  const { tried, promised, kinds } = await tryRoundTrips(converter, mauticJourney, {
    seed: 11,
    numRuns: 100,
  });
  expect(tried).toBeGreaterThanOrEqual(100);
  expect(promised).toBeGreaterThanOrEqual(tried * 0.9);
  expect([...kinds].sort()).toEqual([...STEP_KINDS].sort());
});

test('any journey that can be exported can be read again, whole where it is promised', async () => {
  const { tried, promised } = await tryRoundTrips(converter, runnableJourney, { seed: 5, numRuns: 50 });
  expect(tried).toBeGreaterThanOrEqual(30);
  expect(promised).toBeGreaterThanOrEqual(5);
});

test('round through Mautic’s own shapes nothing is lost or added', async () => {
  await fc.assert(
    fc.asyncProperty(mauticJourney, async (journey) => {
      const { files } = await written(converter, journey);
      const again = await readBack(converter, files, journey);
      expect((await written(converter, again)).files).toEqual(files);
      for (const numbered of [asAnswer(files[0]!), asExport(files[0]!)]) {
        const other = await readBack(converter, [numbered], journey);
        expect([other.steps, other.links]).toEqual([again.steps, again.links]);
        expect(campaignFaults((await written(converter, other)).files)).toEqual([]);
      }
    }),
    { seed: 21, numRuns: 40 },
  );
});

describe('templates', () => {
  test.each(SAMPLE_NAMES)('%s comes back whole', async (name) => {
    const journey = openSample(name);
    const { files, fits } = await written(converter, journey);
    expect(promisesAll(fits)).toBe(true);
    const again = await readBack(converter, files, journey);
    expect(again.steps).toEqual(journey.steps);
    expect(again.links).toEqual(journey.links);
    expect(again.settings).toEqual(journey.settings);
    // Written once more it is the same file: nothing is added to it by going round.
    expect((await written(converter, again)).files[0]?.text).toBe(files[0]?.text);
  });

  test('what comes of one of them is the same, byte by byte', async () => {
    const journey = openSample('orchestration');
    const { files } = await written(converter, journey);
    expect(outcome(await readBack(converter, files, journey))).toEqual(outcome(journey));
  });

  test.each(SAMPLE_NAMES)('%s is known again in what Mautic would answer and export', async (name) => {
    const journey = openSample(name);
    const { files } = await written(converter, journey);
    for (const numbered of [asAnswer(files[0]!), asExport(files[0]!)]) {
      const again = await readBack(converter, [numbered], journey);
      expect(findErrors(again)).toEqual([]);
      expect(again.steps).toEqual(journey.steps);
      expect(again.links).toEqual(journey.links);
    }
  });
});

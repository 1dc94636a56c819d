import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../../src/exchange/platforms.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { verifyParcelvoy } from '../../support/formats/parcelvoy.ts';
import { outcome, promisesAll, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { straightJourney } from '../../support/formats/straightJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

const converter = await PLATFORMS.parcelvoy.load();

/** The steps of the file that a journey becomes. */
async function stepsOf(journey: Journey): Promise<unknown> {
  const { files } = await written(converter, journey);
  expect(verifyParcelvoy(files)).toEqual([]);
  return JSON.parse(files[0]?.text ?? '');
}

describe.each(SAMPLE_NAMES)('%s', (name) => {
  const journey = openSample(name);

  test('goes out right, and what comes back goes out the same', async () => {
    const { files } = await written(converter, journey);
    const again = await readBack(converter, files, journey);
    expect(await stepsOf(again)).toEqual(await stepsOf(journey));
    expect(again.name).toBe(journey.name);
  });
});

test('most templates without loops are promised to come back whole', async () => {
  const whole: string[] = [];
  for (const name of SAMPLE_NAMES) {
    const journey = openSample(name);
    const { files, fits } = await written(converter, journey);
    if (!promisesAll(fits)) continue;
    whole.push(name);
    expect(outcome(await readBack(converter, files, journey))).toEqual(outcome(journey));
  }
  expect(whole.length).toBeGreaterThanOrEqual(6);
});

test('journeys without loops and ladders are promised to come back whole, and do', async () => {
  const straight = { seed: 11, numRuns: 125 };
  const { tried, promised, kinds } = await tryRoundTrips(converter, straightJourney, straight);
  expect(tried).toBeGreaterThanOrEqual(100);
  expect(promised).toBeGreaterThan(tried * 0.8);
  expect([...kinds].sort()).toEqual(STEP_KINDS.filter((kind) => kind !== 'escalate').sort());
}, 60_000);

test('whatever can be exported can be read again', async () => {
  const { tried } = await tryRoundTrips(converter, runnableJourney, { seed: 5, numRuns: 20 });
  expect(tried).toBeGreaterThan(10);
}, 60_000);

test('random journeys go out right, and what comes back goes out the same', async () => {
  const journeys = fc.oneof(straightJourney, { weight: 4, arbitrary: straightJourney }, runnableJourney);
  await fc.assert(
    fc.asyncProperty(journeys, async (random) => {
      const journey = { ...random, name: 'Random' };
      const exported = await converter.export(journey);
      if (!exported.ok) return;
      const again = await readBack(converter, exported.files, journey);
      expect(await stepsOf(again)).toEqual(await stepsOf(journey));
    }),
    { seed: 21, numRuns: 20 },
  );
}, 60_000);

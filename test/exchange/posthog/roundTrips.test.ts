import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { converter } from '../../../src/exchange/posthog/converter.ts';
import { stepEntries } from '../../../src/journey/graph.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { verifyPosthog } from '../../support/formats/posthog.ts';
import { promisesAll, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { posthogJourney } from '../../support/posthogJourney.ts';
import { runnableJourney } from '../../support/randomJourney.ts';

/** Loops are written out: more passes are more steps of the same kinds. */
const onePass = runnableJourney.map((journey) => ({
  ...journey,
  settings: { ...journey.settings, maxPasses: 1 },
  steps: Object.fromEntries(
    stepEntries(journey).map(([id, { maxPasses: _, ...step }]) => [id, step as Step]),
  ),
}));

test('what is promised comes back, for journeys of every kind', async () => {
  const { tried } = await tryRoundTrips(converter, onePass, { seed: 41, numRuns: 40 });
  expect(tried).toBeGreaterThan(25);
});

test('all journeys within what PostHog has come back whole, with every kind of step that can be written', async () => {
  const { tried, promised, kinds } = await tryRoundTrips(converter, posthogJourney, {
    seed: 7,
    numRuns: 110,
  });
  expect(tried).toBeGreaterThan(100);
  expect(promised).toBe(tried);
  expect([...kinds].sort()).toEqual([
    'check',
    'entry',
    'exit',
    'experiment',
    'goal',
    'handoff',
    'message',
    'split',
    'update',
    'wait',
  ]);
});

test('files are right by the rules of the platform, whatever the journey', async () => {
  let right = 0;
  await fc.assert(
    fc.asyncProperty(fc.oneof(onePass, posthogJourney), async (journey) => {
      const exported = await converter.export(journey);
      if (!exported.ok) return;
      right += 1;
      expect(verifyPosthog(exported.files)).toEqual([]);
    }),
    { seed: 3, numRuns: 60 },
  );
  expect(right).toBeGreaterThan(50);
});

test('a journey that came back is written as the same file again', async () => {
  let same = 0;
  await fc.assert(
    fc.asyncProperty(posthogJourney, async (journey) => {
      const { files, fits } = await written(converter, journey);
      if (!promisesAll(fits)) return;
      same += 1;
      const again = await written(converter, await readBack(converter, files, journey));
      expect(JSON.parse(again.files[0]?.text ?? '')).toEqual(JSON.parse(files[0]?.text ?? ''));
    }),
    { seed: 5, numRuns: 40 },
  );
  expect(same).toBeGreaterThan(30);
});

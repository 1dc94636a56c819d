import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { STEP_KINDS } from '../../../src/journey/steps/index.ts';
import { bpmnFaults } from '../../support/formats/bpmn.ts';
import { around, step } from '../../support/draftJourney.ts';
import { outcome, readBack, tryRoundTrips, written } from '../../support/formats/roundTrip.ts';
import { runnableJourney } from '../../support/randomJourney.ts';

test('every journey is promised to come back, and does, with all kinds of steps', async () => {
  const { tried, promised, kinds } = await tryRoundTrips(converter, runnableJourney, {
    seed: 3,
    numRuns: 126,
  });
  expect(tried).toBeGreaterThanOrEqual(100);
  expect(promised).toBe(tried);
  expect([...kinds].sort()).toEqual([...STEP_KINDS].sort());
});

test('without the journey that the file was made from it is the same journey all the same, and the same file again', async () => {
  await fc.assert(
    fc.asyncProperty(runnableJourney, async (journey) => {
      const exported = await converter.export(journey);
      if (!exported.ok) return;
      expect(await bpmnFaults(exported.files)).toEqual([]);
      const { id, name } = journey;
      const imported = await converter.import(exported.files, { id, name });
      if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
      const { origin: _, ...back } = imported.journey;
      expect(JSON.parse(JSON.stringify(back))).toEqual(JSON.parse(JSON.stringify(journey)));
      const again = await converter.export(imported.journey);
      expect(again.ok && again.files).toEqual(exported.files);
    }),
    { seed: 8, numRuns: 20 },
  );
});

test('the file alone gives the same numbers, whatever it is called here', async () => {
  const journey = around(
    step('experiment', {
      arms: [
        { id: 'a', name: 'A', weight: 50 },
        { id: 'b', name: 'B', weight: 50 },
      ],
    }),
    ['a', 'b'],
  );
  const { files } = await written(converter, { ...journey, luckId: 'of its own' });
  const back = await readBack(converter, files);
  expect(back.luckId).toBe('of its own');
  expect(outcome(back)).toEqual(outcome({ ...journey, luckId: 'of its own' }));
});

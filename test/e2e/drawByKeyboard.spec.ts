import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { drawOrchestration, startEmpty } from './support/drawOrchestration.ts';
import { downloadJourney, parseJourney } from './support/journeyFile.ts';
import { guard } from './support/page.ts';
import { shapeOf } from './support/shapeOf.ts';

const SAMPLE = new URL('../../public/samples/orchestration.journey.json', import.meta.url);

test('the orchestration journey is drawn with fewer than 60 keys and no pointer', async ({ page }) => {
  test.setTimeout(240_000);
  guard(page);
  await startEmpty(page);
  const { presses, letters } = await drawOrchestration(page);
  test.info().annotations.push({ type: 'keys', description: `${presses} pressed, ${letters} letters typed` });
  const sample = parseJourney(await readFile(SAMPLE, 'utf8'));
  expect(shapeOf(parseJourney(await downloadJourney(page)))).toEqual(shapeOf(sample));
  expect(presses).toBeLessThan(60);
});

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readJourney } from '../../../src/journey/format.ts';
import type { Journey } from '../../../src/journey/journey.ts';

/** The open journey as the file that “Download journey” gives. */
export async function downloadJourney(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export and more' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /Download journey/ }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

export function parseJourney(text: string): Journey {
  const read = readJourney(JSON.parse(text));
  if (!read.ok) throw new Error(`invalid journey file: ${read.problems[0]?.words}`);
  return read.journey;
}

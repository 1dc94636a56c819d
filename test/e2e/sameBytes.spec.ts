import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { guard } from './support/page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

test('a run of a million contacts in Chromium gives the bytes of the command line', async ({ page }) => {
  test.setTimeout(180_000);
  guard(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Choose how many contacts' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run the journey' });
  await dialog.getByRole('textbox', { name: 'Contacts' }).fill('1000000');
  await dialog.getByRole('button', { name: /^Run/ }).click();
  await expect(page.getByText(/Run finished/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('link', { name: 'Results' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as JSON' }).click(),
  ]);
  const ours = untimed(await readFile(await download.path(), 'utf8'));
  const { stdout } = await run(
    process.execPath,
    [
      '.ci/rehearse.mjs',
      'simulate',
      '--journey',
      'public/samples/orchestration.journey.json',
      '--contacts',
      '1000000',
      '--json',
    ],
    { cwd: root, maxBuffer: 1e8 },
  );
  expect(ours).toContain('"contacts": 1000000');
  expect(ours).toBe(untimed(stdout));
});

/** The only two fields that may differ between equal runs. */
function untimed(json: string): string {
  return json.replace(/"(seconds|stepsPerSecond)": [\d.e+-]+/g, '"$1": 0');
}

import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { REFERENCE } from '../support/referenceFlowchart.ts';
import { guard } from './support/page.ts';

const TEMPLATE = new URL('../../public/samples/orchestration.journey.json', import.meta.url);

test.beforeEach(({ page }) => {
  guard(page);
});

const refused: readonly [string, () => Promise<string>, RegExp][] = [
  [
    'a file that is no journey',
    () => Promise.resolve('{"hello": "world"}'),
    /no journey that can be read here/,
  ],
  ['a file cut short', async () => (await readFile(TEMPLATE, 'utf8')).slice(0, 900), /line \d+/i],
  [
    'a file of a newer version',
    async () => (await readFile(TEMPLATE, 'utf8')).replace('"version": 1', '"version": 99'),
    /newer|version/i,
  ],
  [
    'a file with a damaged step',
    async () => (await readFile(TEMPLATE, 'utf8')).replace('"channel": "email"', '"channel": "pigeon"'),
    /channel/,
  ],
  ['50 MB of nesting', () => Promise.resolve('['.repeat(50_000_000)), /large|MB|nest|deep/i],
  ['a picture', () => Promise.resolve('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'), /not a text file/],
];

for (const [name, contents, words] of refused) {
  test(`${name} is refused in words and changes nothing`, async ({ page }, info) => {
    await page.goto('/#/journeys');
    await expect(page.getByText(/^16 steps · edited|Open now/).first()).toBeVisible();
    const before = await page.getByRole('article').count();
    const path = info.outputPath('bad.json');
    await writeFile(path, await contents());
    await importFile(page, path);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText('bad.json');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('article')).toHaveCount(before);
    await expect(page.getByRole('textbox', { name: 'Journey name' })).toHaveValue(
      'Spring launch orchestration',
    );
  });
}

test('a large Mermaid file is refused in words before it can hold the page up', async ({ page }, info) => {
  await page.goto('/#/journeys');
  for (const [megabytes, words] of [
    [4, /longer than 1 MB/],
    [20, /This file is 20 MB; a journey file has at most 10 MB/],
  ] as const) {
    const path = info.outputPath(`${megabytes}.mmd`);
    await writeFile(path, `flowchart LR\n${'  a --> b\n'.repeat(megabytes * 104_857)}`);
    await importFile(page, path);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(words);
    await expect(dialog.getByRole('textbox')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
});

test('a pasted Mermaid flowchart becomes a journey that is linted and simulated', async ({ page }) => {
  await page.goto('/#/journeys');
  await page.getByRole('button', { name: 'Paste a Mermaid flowchart' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(REFERENCE);
  await dialog.getByRole('button', { name: 'Read the flowchart' }).click();
  await expect(dialog.getByRole('combobox').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Open as a new journey' }).click();
  await expect(page.getByRole('group', { name: /^Engagement check/ }).first()).toContainText('% responded');
  await expect(page.getByRole('region', { name: 'Forecast' })).toContainText('contacts, scaled');
});

async function importFile(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a file' }).click(),
  ]);
  await chooser.setFiles(path);
}

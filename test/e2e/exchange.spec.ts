import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { guard } from './support/page.ts';

test.beforeEach(({ page }) => {
  guard(page);
});

/** What the page offers, by the names of the list. */
const FILE_PLATFORMS: readonly (readonly [id: string, name: string])[] = [
  ['posthog', 'PostHog Workflows'],
  ['klaviyo', 'Klaviyo Flows'],
  ['bpmn', 'BPMN 2.0'],
  ['sfmc', 'Salesforce Journey Builder'],
  ['parcelvoy', 'Parcelvoy'],
  ['mautic', 'Mautic'],
];

for (const [id, name] of FILE_PLATFORMS) {
  test(`a journey is taken to ${name} and brought back, where it is forecast`, async ({ page }, info) => {
    await page.goto(`/#/take/${id}`);
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What becomes of each step' })).toBeVisible();
    const path = info.outputPath('journey');
    await save(page, 'Save the file', path);
    await bringIn(page, path);
    const dialog = page.getByRole('dialog', { name: /^Import from/ });
    await expect(dialog).toContainText(/becomes a journey of \d+ steps/);
    await dialog.getByRole('button', { name: 'Create the journey' }).click();
    await expect(page.getByRole('region', { name: 'Forecast' })).toContainText('contacts');
    await expect(page.getByRole('textbox', { name: 'Journey name' })).toHaveValue(/Spring launch/);
  });
}

test('an archive that was saved here is taken back as it is, and keeps the money of the journey', async ({
  page,
}, info) => {
  await page.goto('/#/take/dittofeed');
  const path = info.outputPath('Spring.zip');
  await save(page, 'as a .zip', path);
  await bringIn(page, path);
  const dialog = page.getByRole('dialog', { name: /^Import from/ });
  await expect(dialog).toContainText(/become a journey of \d+ steps/);
  await expect(dialog.getByRole('radio', { name: /^Keep from/ })).toBeChecked();
  const lacking = dialog.getByText(/has no place for money, targets/);
  await expect(lacking).toHaveCount(0);
  await dialog.getByRole('radio', { name: /^As a new journey/ }).check();
  await expect(lacking).toBeVisible();
  await dialog.getByRole('radio', { name: /^Keep from/ }).check();
  await dialog.getByRole('button', { name: 'Create the journey' }).click();
  await expect(page.getByRole('region', { name: 'Forecast' })).toContainText(/% chance/);
});

test('Escape gives the focus back to what the file was chosen with', async ({ page }, info) => {
  const path = info.outputPath('cut.json');
  await writeFile(path, '{"data":');
  await bringIn(page, path);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Import a file' })).toBeFocused();
});

test('an answer is remembered, and stands in the file', async ({ page }, info) => {
  await page.goto('/#/take/klaviyo');
  const field = page
    .getByRole('group', { name: /Of this journey|Of the account/ })
    .first()
    .getByRole('textbox')
    .first();
  await field.fill('REMEMBERED1');
  await expect(page.getByText(/still to fill in|Everything is filled in/)).toBeVisible();
  await page.waitForTimeout(300);
  await page.reload();
  await expect(field).toHaveValue('REMEMBERED1');
  const path = info.outputPath('flow.json');
  await save(page, 'Save the file', path);
  expect(await readFile(path, 'utf8')).toContain('REMEMBERED1');
});

test('a build sheet is ticked off, and stays ticked', async ({ page }) => {
  await page.goto('/#/take/braze');
  await expect(page.getByText('Manual', { exact: true }).first()).toBeVisible();
  const box = page.getByRole('checkbox').first();
  await box.check();
  await expect(page.getByText(/^1 of \d+ done/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox').first()).toBeChecked();
});

test('hostile and damaged files are refused in words, nothing changes, nothing is fetched', async ({
  page,
}, info) => {
  await page.goto('/#/journeys');
  await expect(page.getByText(/^16 steps · edited|Open now/).first()).toBeVisible();
  const before = await page.getByRole('article').count();
  const bombs: readonly (readonly [string, string, RegExp])[] = [
    ['entities.bpmn', ENTITY_BOMB, /DOCTYPE|entit/i],
    ['outside.bpmn', EXTERNAL_ENTITY, /DOCTYPE|entit/i],
    ['polluted.json', '{"data":{"type":"flow","__proto__":{"x":1}}}', /__proto__/],
    ['deep.json', '['.repeat(100_000), /levels deep/],
    ['cut.json', '{"data":{"type":"flow","attributes":', /line 1, column/],
  ];
  for (const [name, text, words] of bombs) {
    const path = info.outputPath(name);
    await writeFile(path, text);
    await bringIn(page, path);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText(name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('article')).toHaveCount(before);
  }
});

const MODEL = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const ENTITY_BOMB = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><definitions ${MODEL}><process id="p"><startEvent id="s" name="&b;"/></process></definitions>`;
const EXTERNAL_ENTITY = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "https://example.org/x">]><definitions ${MODEL}><process id="p"><startEvent id="s" name="&x;"/></process></definitions>`;

async function save(page: Page, button: string, path: string): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  await (await download).saveAs(path);
}

async function bringIn(page: Page, path: string): Promise<void> {
  await page.goto('/#/journeys');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a file' }).click();
  await (await chooser).setFiles(path);
}

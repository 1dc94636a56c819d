import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { guard } from './support/page.ts';

/** Waits for numbers and goes to that section of the results. */
async function openSection(page: Page, name: string): Promise<void> {
  guard(page);
  await page.goto('/');
  await expect(page.locator('.react-flow__node-step')).toHaveCount(16);
  await page.goto(`/#/results/${name}`);
}

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

test('a rehearsal opened in another browser has the same numbers, and says so', async ({ page, browser }) => {
  await openSection(page, 'report');
  const text = await saved(page, 'Save as .rehearsal');
  const elsewhere = await (await browser.newContext()).newPage();
  await openSection(elsewhere, 'overview');
  const chooser = elsewhere.locator('input[type=file][accept*=".rehearsal"]');
  await chooser.setInputFiles({
    name: 'launch.rehearsal',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await expect(elsewhere.getByText('are the same, to the last digit', { exact: false })).toBeVisible();
  await elsewhere.close();
});

test('the page of a launch is one sheet of either paper, and one file that needs nothing', async ({
  page,
}) => {
  await openSection(page, 'report');
  await expect(page.locator('[data-sheet] svg[data-picture]')).toHaveCount(2);
  for (const paper of ['A4', 'Letter']) {
    await page.getByText(paper, { exact: true }).click();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page[^s]/g), paper).toHaveLength(1);
  }
  const html = await saved(page, 'Save the page as HTML');
  expect(html).toMatch(/^<!doctype html>/);
  expect(html).not.toMatch(/<script|<link|src=|url\(|https?:\/\/(?!www\.w3\.org)/);
  expect(html.match(/<svg/g)).toHaveLength(2);
});

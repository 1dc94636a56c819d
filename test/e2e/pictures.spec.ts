import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { guard } from './support/page.ts';

// The look that a saved picture does not take over.
test.use({ colorScheme: 'dark', permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(({ page }) => {
  guard(page);
});

/** The picture of when messages go out, drawn. */
async function openPicture(page: Page): Promise<Locator> {
  await page.goto('/#/results');
  const picture = page.getByRole('figure').filter({ hasText: 'Mon' }).first();
  await expect(picture.getByRole('img')).toBeVisible();
  return picture;
}

async function choose(page: Page, picture: Locator, name: RegExp): Promise<void> {
  await picture.getByRole('button', { name: /^Show as table, copy or save/ }).click();
  await page.getByRole('menuitem', { name }).click();
}

async function save(page: Page, picture: Locator, name: RegExp): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await choose(page, picture, name);
  return readFile(await (await download).path());
}

test('a picture is saved as files that need nothing, under the real headers', async ({ page }) => {
  const picture = await openPicture(page);
  const svg = String(await save(page, picture, /SVG/));
  expect(svg).toContain('fill="rgb(255, 255, 255)"');
  expect(svg).toContain(await picture.getByRole('heading').innerText());
  expect(svg).not.toMatch(/var\(|class=|href|url\(/);
  const png = await save(page, picture, /PNG/);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const width = Number(await picture.locator('svg[data-picture]').last().getAttribute('width'));
  expect(png.readUInt32BE(16)).toBe(2 * (width + 48));
  const csv = String(await save(page, picture, /CSV/));
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.split('\r\n').length).toBeGreaterThan(7);
});

test('a picture is copied to the clipboard', async ({ page }) => {
  const picture = await openPicture(page);
  await choose(page, picture, /^Copy picture/);
  await expect(page.getByText('The picture is on the clipboard.')).toBeVisible();
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('image/png'))?.size ?? 0;
  });
  expect(size).toBeGreaterThan(10_000);
});

test('a picture is read by keys and as a table', async ({ page }) => {
  const picture = await openPicture(page);
  await picture.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(picture.getByRole('status')).toContainText('Tue');
  await choose(page, picture, /^Show as table/);
  await expect(picture.getByRole('table')).toBeVisible();
  await expect(picture.getByRole('img')).toHaveCount(0);
});

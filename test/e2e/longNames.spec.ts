import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { boxOf, guard } from './support/page.ts';

const TEMPLATE = new URL('../../public/samples/orchestration.journey.json', import.meta.url);
const LONG = 'Averyverylongnamewithoutspaces'.repeat(7).slice(0, 200);
const THREE_LINES = 3 * 24;

for (const width of [390, 1440])
  test(`the longest names push nothing out of its place, ${width} wide`, async ({ page }, info) => {
    guard(page);
    await page.setViewportSize({ width, height: 844 });
    const path = info.outputPath('long.journey.json');
    const text = await readFile(TEMPLATE, 'utf8');
    await writeFile(path, text.replaceAll(/"name": "[^"]*"/g, `"name": "${LONG}"`));
    await page.goto('/#/journeys');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Import a file' }).click();
    await (await chooser).setFiles(path);
    await expect(page.getByRole('textbox', { name: 'Journey name' })).toHaveValue(LONG);
    await expect(page.getByRole('region', { name: 'Forecast' })).toBeVisible();
    await page.goto('/#/take/dittofeed');
    const rows = page.getByRole('list', { name: 'What becomes of each step' });
    const name = rows.getByTitle(LONG).first();
    await expect(name).toBeVisible();
    const { top, bottom } = await boxOf(name);
    expect(bottom - top).toBeLessThanOrEqual(THREE_LINES);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'as a .zip' }).first().click();
    await download;
    const notice = page.getByRole('status').filter({ hasText: 'is saved' }).locator('> div');
    const [box, words, cross] = [
      await boxOf(notice),
      await boxOf(notice.locator('> span').first()),
      await boxOf(notice.getByRole('button')),
    ];
    expect(words.right).toBeLessThanOrEqual(cross.left);
    expect(cross.right).toBeLessThanOrEqual(box.right);
    expect(box.right).toBeLessThanOrEqual(width);
  });

for (const width of [1280, 1440])
  test(`the chance of the target is seen whole, ${width} wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/');
    const strip = page.getByRole('region', { name: 'Forecast' });
    const target = strip.getByRole('group', { name: 'Target' });
    await expect(target).toContainText(/% chance/);
    // Beyond what fades out at the edge.
    await expect
      .poll(() =>
        target.evaluate(
          (found) => found.parentElement && found.parentElement.scrollWidth - found.parentElement.clientWidth,
        ),
      )
      .toBe(0);
    const [seen, after] = [
      await boxOf(target),
      await boxOf(strip.getByRole('button', { name: 'What should I change first?' })),
    ];
    expect(seen.right).toBeLessThan(after.left);
  });

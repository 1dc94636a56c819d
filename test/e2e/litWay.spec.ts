import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { atRest, boxOf, guard } from './support/page.ts';

const bar = (page: Page) => page.getByRole('region', { name: /^Her way: / });
const toCanvas = (page: Page) => page.getByRole('button', { name: 'Show on the canvas' });
const current = (page: Page) => page.locator('.react-flow__node[data-current]');

/** Opens the story of the contact with the most messages, and shows it on the canvas. */
async function lightMostMessaged(page: Page): Promise<void> {
  guard(page);
  await page.goto('/#/results/contacts');
  await page
    .getByRole('button', { name: /^Contact .*message/ })
    .first()
    .click();
  await toCanvas(page).click();
  await expect(bar(page)).toBeVisible();
  await atRest(page);
}

async function isInSight(page: Page, card: Locator): Promise<boolean> {
  const [seen, of] = [await boxOf(card), await boxOf(page.locator('.react-flow'))];
  return seen.left >= of.left && seen.right <= of.right && seen.top >= of.top && seen.bottom <= of.bottom;
}

test('a story is shown on the canvas, walked through by keys, and gone back to', async ({ page }) => {
  await lightMostMessaged(page);
  expect(new URL(page.url()).hash).toBe('#/');
  const [, count] = /of (\d+)/.exec(await bar(page).innerText()) ?? [];
  await expect(page.locator('.react-flow__node[data-faint]')).not.toHaveCount(0);
  await expect(page.locator('.react-flow__edge[data-lit]')).not.toHaveCount(0);
  const odds = bar(page).getByText(/% chance, luck drew/);
  let told = 0;
  for (let at = 1; at <= Number(count); at++) {
    await expect(bar(page)).toContainText(`Moment ${at} of ${count}`);
    await expect(current(page)).toHaveCount(1);
    await expect(current(page)).toContainText(`${at} · `);
    await atRest(page);
    expect(await isInSight(page, current(page)), `moment ${at}`).toBe(true);
    told += await odds.count();
    await page.keyboard.press('ArrowRight');
  }
  expect(told).toBeGreaterThan(0);
  await page.keyboard.press('ArrowLeft');
  await expect(bar(page)).toContainText(`Moment ${Number(count) - 1} of ${count}`);
  await bar(page).getByRole('button', { name: 'Back to her story' }).press('Enter');
  await expect(toCanvas(page)).toBeFocused();
  expect(new URL(page.url()).hash).toMatch(/^#\/results\/contacts\/\d+$/);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Design' }).click();
  await expect(page.getByRole('region', { name: 'Forecast' })).toBeVisible();
});

test('Escape puts a way out; so does an edit, which says so', async ({ page }) => {
  await lightMostMessaged(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Forecast' })).toBeVisible();
  await expect(page.locator('[data-faint], [data-lit], [data-current]')).toHaveCount(0);
  await page.goBack();
  await toCanvas(page).click();
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await atRest(page);
  await current(page).click();
  await page.keyboard.press('d');
  await expect(page.getByText(/^Her way is no longer lit/)).toBeVisible();
  await expect(bar(page)).toHaveCount(0);
});

for (const [colorScheme, width, height] of [
  ['light', 1440, 900],
  ['dark', 390, 844],
] as const) {
  test(`axe finds nothing on a lit canvas, and nothing runs over the edge: ${colorScheme}, ${width} wide`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await lightMostMessaged(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const { top, bottom } = await boxOf(bar(page));
    await page.keyboard.press('ArrowRight');
    expect(await boxOf(bar(page))).toMatchObject({ top, bottom });
    await context.close();
  });
}

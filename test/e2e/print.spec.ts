import { expect, test, type Page } from '@playwright/test';
import { boxOf, guard } from './support/page.ts';

test.beforeEach(({ page }) => {
  guard(page);
});

/** As a browser does before it takes the page onto paper. */
async function toPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

async function expectNumbered(page: Page, steps: number): Promise<void> {
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(steps + 1);
  const cards = page.locator('.react-flow__node-step');
  const canvas = await boxOf(page.getByRole('application', { name: 'Journey canvas' }));
  for (let number = 1; number <= steps; number += 1) {
    const row = rows.nth(number);
    await expect(row.getByRole('cell').first()).toHaveText(String(number));
    const name = await row.getByRole('rowheader').textContent();
    const mark = page.locator('.react-flow__viewport-portal').getByText(String(number), { exact: true });
    const { left, right, top, bottom } = await boxOf(mark);
    expect(bottom - top).toBeGreaterThan(8);
    const card = await boxOf(cards.filter({ has: page.locator(`[title="${name ?? ''}"]`) }));
    expect(left < card.right && right > card.left && top < card.bottom && bottom > card.top).toBe(true);
    expect(card.right).toBeLessThanOrEqual(canvas.right);
    expect(card.bottom).toBeLessThanOrEqual(canvas.bottom);
  }
}

test('a printed card carries the number under which the list says it in words', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.react-flow__node-step')).toHaveCount(16);
  await toPaper(page);
  await expectNumbered(page, 16);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('table')).toHaveCount(0);
});

test('so do the cards of a journey so wide that nothing else can be read on them', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Journeys' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a file' }).click(),
  ]);
  await chooser.setFiles('public/samples/event-promotion.journey.json');
  await expect(page.locator('.react-flow__node-step')).toHaveCount(30);
  await toPaper(page);
  await expect(page.locator('[data-zoom="blocks"]')).toBeVisible();
  await expectNumbered(page, 30);
});

import { expect, test, type Page } from '@playwright/test';
import { atRest, figure, guard } from './support/page.ts';

const aways: readonly [string, number, (page: Page) => Promise<void>][] = [
  ['the results', 1440, (page) => page.getByRole('link', { name: 'Results' }).click()],
  ['the outline on a phone', 390, openOutline],
];

for (const [name, width, leave] of aways) {
  test(`whoever left a refused number for ${name} goes back to it with a press`, async ({ page }) => {
    guard(page);
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/');
    await expect(figure(page, 'Conversions')).toContainText(/\d/);
    await atRest(page);
    await page
      .locator('.react-flow__node')
      .filter({ hasText: /Wait \d/ })
      .first()
      .click();
    const box = page.locator('[data-form]').getByRole('textbox', { name: 'How long' });
    await box.fill('-3');
    await leave(page);
    await expect(box).toBeHidden();
    await page.getByRole('button', { name: 'Go back' }).click();
    await expect(box).toBeFocused();
    await expect(box).toHaveValue('-3');
    await expect(page.getByRole('button', { name: 'Go back' })).toHaveCount(0);
  });
}

async function openOutline(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close properties' }).click();
  await page.getByRole('button', { name: 'Outline' }).click();
}

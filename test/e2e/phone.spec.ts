import { expect, test } from '@playwright/test';
import { boxOf, figure, guard } from './support/page.ts';

test.use({ viewport: { width: 390, height: 844 } });

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
});

test('on a phone the selected card is seen above its form', async ({ page }) => {
  const canvas = page.getByRole('application', { name: 'Journey canvas' });
  for (const name of ['Entry Spring launch opens', 'Audience split How strong is the intent?']) {
    const card = page.getByRole('group', { name, exact: true });
    await card.click({ position: { x: 60, y: 20 } });
    const form = page.getByRole('region', { name: 'Properties' });
    await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
    await expect(async () => {
      const seen = await boxOf(card);
      const strip = await boxOf(canvas);
      expect(seen.top).toBeGreaterThanOrEqual(strip.top);
      expect(seen.left).toBeGreaterThanOrEqual(strip.left);
      expect(seen.right).toBeLessThanOrEqual(strip.right);
      expect(seen.bottom).toBeLessThanOrEqual((await boxOf(form)).top);
    }).toPass();
    await form.getByRole('button', { name: 'Close properties' }).click();
    await expect(form).toHaveCount(0);
  }
});

test('on a phone what was changed can be undone and redone', async ({ page }) => {
  await page.getByRole('group', { name: 'Entry Spring launch opens', exact: true }).click();
  const name = page
    .getByRole('region', { name: 'Properties' })
    .getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Launch');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(name).toHaveValue('Spring launch opens');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(name).toHaveValue('Launch');
});

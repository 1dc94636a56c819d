import { expect, test } from '@playwright/test';
import { figure, guard } from './support/page.ts';

test.beforeEach(({ page }) => {
  guard(page);
});

test('a first visit shows a finished forecast of a living example, without a click', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('Nothing here can be sent. Your data stays in this browser.')).toBeVisible();
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
  await expect(page.getByRole('group', { name: 'Engagement check Engagement check' })).toContainText(
    /% responded/,
  );
});

test('changing a wait changes the numbers, without a click on run', async ({ page }) => {
  await page.goto('/');
  const conversions = figure(page, 'Conversions');
  await expect(conversions).toContainText(/\d/);
  const before = await conversions.textContent();
  await page.getByText('Three days to read').click();
  await page.getByRole('textbox', { name: 'How long' }).fill('40');
  await expect(conversions).not.toHaveText(before ?? '');
  await expect(page.getByRole('group', { name: /^Wait/ }).first()).toContainText('Wait 40 days');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(conversions).toHaveText(before ?? '');
});

test('what was changed is there after a reload, said to be saved before', async ({ page }) => {
  await page.goto('/');
  await page.getByText('Three days to read').click();
  await page.getByRole('textbox', { name: 'How long' }).fill('5');
  await expect(page.getByText(/Saved in this browser/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('group', { name: /^Wait/ }).first()).toContainText('Wait 5 days');
});

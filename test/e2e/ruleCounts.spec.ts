import { expect, test } from '@playwright/test';
import { guard } from './support/page.ts';

test.beforeEach(({ page }) => {
  guard(page);
});

test('a split says how many its rules match while they are typed, and the run agrees', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/#/journeys');
  await page.getByRole('button', { name: 'Start empty' }).click();
  const entry = page.getByRole('group', { name: /^Entry / }).first();
  await entry.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add Audience split' }).click();
  const form = page.getByRole('region', { name: 'Properties' });
  await form.getByRole('button', { name: 'Add a condition' }).click();
  await form.getByRole('menuitem', { name: 'A column of the audience' }).click();
  const condition = form.getByRole('group', { name: 'condition 1' });
  await condition.getByRole('combobox', { name: 'Column' }).selectOption('intent_score');
  await condition.getByRole('textbox', { name: 'Value' }).fill('70');
  await expect(condition).toContainText(/of 100.000 contacts, \d+\.\d.%/);
  await condition.getByRole('textbox', { name: 'Value' }).fill('80');
  await expect(condition.locator('[aria-busy="false"]')).toContainText(/^\d/);
  const words = await condition.locator('[aria-busy="false"]').textContent();
  const count = Number(/^[\d\s]+/.exec(words ?? '')?.[0].replace(/\s/g, ''));
  expect(count).toBeGreaterThan(1_000);
  expect(count).toBeLessThan(50_000);

  await page.getByRole('button', { name: /^Run 100/ }).click();
  await expect(page.getByText(/Run finished/)).toBeVisible();
  await page.getByRole('link', { name: 'Results' }).click();
  await page.getByRole('link', { name: 'Steps', exact: true }).click();
  // The thousands stand apart.
  const taken = new RegExp(`Branch 1\\D+${String(count).replace(/\d/g, '$&\\s?')}\\D`);
  await expect(page.getByRole('main')).toContainText(taken);
});

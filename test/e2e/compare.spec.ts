import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { guard } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(
    page.getByRole('application', { name: 'Journey canvas' }).getByRole('group').first(),
  ).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Compare' }).click();
});

const place = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'What to compare' }).getByText(name);

async function isAccessible(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page }).include('main').analyze();
  expect(found.violations).toEqual([]);
}

async function addScenario(page: Page): Promise<void> {
  await place(page, 'Scenarios').click();
  await page.getByRole('button', { name: 'Add a scenario' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Patient');
}

test('a scenario is kept, run, and compared as a design with what is different in it', async ({ page }) => {
  await addScenario(page);
  await page.getByRole('button', { name: 'Run all' }).click();
  const table = page.getByRole('table', { name: /^What each scenario does/ });
  await expect(table.getByRole('row', { name: /^Patient/ })).toContainText(/ to .*of 100/, {
    timeout: 60_000,
  });
  await isAccessible(page);

  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Patient', { timeout: 30_000 });

  await place(page, 'Designs').click();
  await page.getByLabel('Add a design').selectOption('Patient');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const pair = page.getByRole('region', { name: '“Patient” beside “As it is now”' });
  await expect(pair).toContainText(/profit.*of 100 launches/, { timeout: 60_000 });
  await expect(pair.getByRole('region', { name: 'What is different in it' })).toContainText('1 step changed');
  await isAccessible(page);
});

test('a number is swept, and the best is told by luck of its own', async ({ page }) => {
  await place(page, 'Sweep').click();
  await page.getByLabel('Values').fill('5');
  await page.getByRole('button', { name: 'Try 5 values' }).click();
  const found = page.getByRole('figure', {
    name: /^(Best tried: .*with other luck|Nothing tried|No value tried)/,
  });
  await expect(found).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('progressbar', { name: 'Trying values' })).toBeHidden({ timeout: 60_000 });
  await isAccessible(page);
  await found.getByRole('button', { name: /^Show as table, copy or save/ }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  await expect(found.getByRole('row', { name: /now(, best tried)?$/ })).toBeVisible();
});

test('other journeys of the library are compared with what to keep in mind', async ({ page }) => {
  await page.getByRole('link', { name: 'Journeys' }).click();
  await page
    .getByRole('button', { name: /Use this template/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Compare' }).click();
  const others = page.getByLabel('Add a design');
  await others.selectOption({ index: (await others.locator('option').count()) - 1 });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByText(/The two are different journeys/)).toBeVisible({ timeout: 60_000 });
});

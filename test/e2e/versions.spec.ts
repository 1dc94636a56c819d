import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { atRest, guard } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(canvas(page).getByRole('group').first()).toBeVisible({ timeout: 30_000 });
});

const canvas = (page: Page) => page.getByRole('application', { name: 'Journey canvas' });
const summary = (page: Page, words: string) => canvas(page).getByText(words);
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Versions' });
const comparison = (page: Page) => page.getByRole('dialog', { name: 'Compare versions' });

async function saveVersion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(dialog(page).getByText('No version yet')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('Before the sale');
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByText('Same as now.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Versions' })).toBeFocused();
}

/** Selects the first step of a kind with the keyboard, so that nothing has to be scrolled to. */
async function select(page: Page, kind: string): Promise<void> {
  await canvas(page)
    .getByRole('group', { name: new RegExp(`^${kind} `) })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await atRest(page);
}

test('a version is saved, compared with what became of the journey, restored, and the restoring undone', async ({
  page,
}) => {
  await saveVersion(page);
  await select(page, 'Exit');
  await page.keyboard.press('Delete');
  await select(page, 'Wait');
  const properties = page.getByRole('region', { name: 'Properties' });
  await properties.getByLabel('How long', { exact: true }).fill('5');
  await page.keyboard.press('Tab');
  await expect(summary(page, 'Wait 5 days')).toHaveCount(1);

  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(dialog(page)).toContainText(/1 step removed.*1 step changed/);
  await dialog(page).getByRole('button', { name: 'Compare Before the sale with now' }).click();
  await expect(comparison(page).getByRole('region', { name: 'Changed steps' })).toContainText(
    /Wait\s*3 days\s*becomes\s*5 days/,
  );
  await expect(
    comparison(page).getByRole('region', { name: 'Removed steps' }).getByRole('button'),
  ).toHaveCount(1);
  await expect(comparison(page).locator('[data-status="changed"]')).toContainText('1 change');
  await expect(comparison(page).locator('[data-status="removed"]')).toContainText('Removed');
  const found = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  // One Escape per dialog, and the focus goes back by the way it came.
  await page.keyboard.press('Escape');
  await expect(comparison(page)).toBeHidden();
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Restore Before the sale' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('The journey is “Before the sale” again.')).toBeVisible();
  await expect(summary(page, 'Wait 3 days')).toHaveCount(1);
  await expect(canvas(page).getByRole('group', { name: /^Exit / })).toHaveCount(3);

  await page.keyboard.press('Control+z');
  await expect(summary(page, 'Wait 5 days')).toHaveCount(1);
  await expect(canvas(page).getByRole('group', { name: /^Exit / })).toHaveCount(2);
  await page.reload();
  await expect(summary(page, 'Wait 5 days')).toHaveCount(1);
  await page.getByRole('button', { name: 'Versions' }).click();
  await expect(dialog(page)).toContainText('Before the sale');
});

test('versions are reached from the menu on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: 'Versions' })).toBeHidden();
  await page.getByRole('button', { name: 'Export and more' }).click();
  await page.getByRole('menuitem', { name: /^Versions/ }).click();
  await dialog(page).getByRole('button', { name: 'Save version' }).click();
  await dialog(page).getByRole('button', { name: 'Compare Version 1 with now' }).click();
  await expect(comparison(page).getByText('Nothing differs')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Export and more' })).toBeFocused();
});

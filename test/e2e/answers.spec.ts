import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { downloadJourney } from './support/journeyFile.ts';
import { atRest, figure, guard } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
  await atRest(page);
});

const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });

async function conversions(page: Page): Promise<number> {
  const words = await figure(page, 'Conversions').getByRole('button').innerText();
  return Number(words.replace(/\D/g, ''));
}

test('a figure tells what it rests on, and follows when that is changed there', async ({ page }) => {
  const before = await conversions(page);
  await figure(page, 'Conversions').getByRole('button').click();
  await expect(
    answer(page).getByRole('heading', { name: 'What moves this number: Conversions' }),
  ).toBeFocused();
  await expect(answer(page).getByText('The number that moves it most comes first.')).toBeVisible({
    timeout: 30_000,
  });
  const clicks = answer(page).getByRole('textbox', { name: /^Email: clicks of delivered/ });
  await clicks.fill('8');
  await expect.poll(() => conversions(page)).toBeGreaterThan(before);
  await expect(answer(page).getByText(/better in .* of launches/)).toBeVisible();
  await expect(answer(page).getByText('Yours', { exact: true }).first()).toBeVisible();
  await expect(answer(page).getByText('The bars are from before your last change.')).toBeVisible();

  await clicks.fill('180');
  await expect(answer(page).getByRole('alert')).toContainText('100');
  const found = await new AxeBuilder({ page }).include('[aria-label="Answer"]').analyze();
  expect(found.violations).toEqual([]);
  await clicks.fill('8');
  await answer(page)
    .getByRole('button', { name: 'Take your own figure back: Email: clicks of delivered' })
    .click();
  await expect.poll(() => conversions(page)).toBe(before);
});

test('the best change is applied with one press and taken back whole', async ({ page }) => {
  const before = await downloadJourney(page);
  await page.getByRole('button', { name: 'What should I change first?' }).click();
  await expect(answer(page).getByText(/bring more, and not by luck/)).toBeVisible({ timeout: 45_000 });
  await expect(
    answer(page).getByText(/tried changes made no difference that can be told from luck/),
  ).toBeVisible();
  const found = await new AxeBuilder({ page }).include('[aria-label="Answer"]').analyze();
  expect(found.violations).toEqual([]);

  const apply = answer(page).getByRole('button', { name: /^Apply: / });
  const target = await conversions(page);
  await apply.first().click();
  await expect(answer(page).getByText(/as it was before the last change/)).toBeVisible();
  await expect(apply.first()).toBeDisabled();
  await expect.poll(() => conversions(page)).toBeGreaterThan(target);
  expect(await downloadJourney(page)).not.toBe(before);

  await page.keyboard.press('Control+z');
  await expect.poll(() => conversions(page)).toBe(target);
  await expect(apply.first()).toBeEnabled();
  expect(await downloadJourney(page)).toBe(before);
});

test('asking stops at once, is asked again by the keyboard, and closes with Escape', async ({ page }) => {
  const ask = page.getByRole('button', { name: 'What should I change first?' });
  const steps = await page.locator('.react-flow__node-step').count();
  await page.locator('.react-flow__node-step').first().press('Enter');
  await ask.press('Enter');
  // No key of the canvas is meant here, where Tab would add a step to the selected one.
  await expect(answer(page).getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.react-flow__node-step')).toHaveCount(steps);
  await answer(page).getByRole('button', { name: 'Stop' }).click();
  await expect(answer(page).getByText('Stopped. Nothing was changed.')).toBeVisible();
  await answer(page).getByRole('button', { name: 'Ask again' }).press('Enter');
  await expect(answer(page).getByRole('progressbar', { name: 'Trying changes' })).toBeVisible();
  await answer(page).getByRole('button', { name: 'Stop' }).press('Escape');
  await expect(answer(page)).toHaveCount(0);
  await expect(ask).toBeFocused();
});

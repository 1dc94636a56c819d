import { expect, test, type Page } from '@playwright/test';
import { atRest, boxOf, figure, guard } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(page.locator('.react-flow__node-step')).toHaveCount(16);
  await expect(figure(page, 'Profit')).toContainText(/\d/);
  await atRest(page);
});

/** Opens a step's form with the keyboard. */
async function openForm(page: Page, step: string): Promise<void> {
  await page.locator(`.react-flow__node[data-id="${step}"]`).focus();
  await page.keyboard.press('Enter');
}

test('while a wait is dragged the figures follow, each with what the change did to it', async ({ page }) => {
  await openForm(page, 'nurture-wait');
  const slider = page.getByRole('slider', { name: 'How long, slider' });
  const { left, right, top, bottom } = await boxOf(slider);
  const before = await figure(page, 'Cost').innerText();
  await page.mouse.move((left + right) / 2, (top + bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(right - 20, (top + bottom) / 2, { steps: 12 });
  // The button is still held.
  await expect(figure(page, 'Cost')).toContainText('worse');
  await expect(figure(page, 'Cost')).not.toHaveText(before);
  await expect(page.getByText('Against before your last change')).toBeVisible();
  await page.mouse.up();
  await expect(slider).toHaveAttribute('aria-valuetext', /days$/);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '3 days');
  // Whoever goes back knows what that does: intervals again.
  await expect(page.getByText('Against before your last change')).toBeHidden();
  await expect(figure(page, 'Cost')).toHaveText(before, { useInnerText: true });
});

test('a slider is moved by keys, and one undo takes the whole way back', async ({ page }) => {
  await openForm(page, 'engagement');
  const slider = page.getByRole('slider').first();
  const start = await slider.getAttribute('aria-valuetext');
  await slider.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', start ?? '');
  await expect(page.getByText('Against before your last change')).toBeVisible();
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page.getByText('Against before your last change')).toBeHidden();
  await slider.focus();
  await page.keyboard.press('Control+z');
  await expect(slider).toHaveAttribute('aria-valuetext', start ?? '');
});

test('a change within luck is called no change, and what nobody felt is unchanged', async ({ page }) => {
  await openForm(page, 'nurture-wait');
  await page.getByRole('textbox', { name: 'How long', exact: true }).fill('2.9');
  await expect(figure(page, 'Revenue')).toContainText(/no clear change|unchanged/);
});

import { expect, test, type Locator, type Page } from '@playwright/test';
import { boxOf, figure, guard } from './support/page.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

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

const canvas = (page: Page) => page.getByRole('application', { name: 'Journey canvas' });
const outline = (page: Page) => page.getByRole('region', { name: 'Outline' });

/** Those that a finger cannot well meet: less than 44 pixels high or wide. */
async function tooSmall(targets: Locator): Promise<readonly string[]> {
  return targets.evaluateAll((found) =>
    found
      .filter((target) => target.checkVisibility())
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => Math.round(box.height) < 44 || Math.round(box.width) < 44)
      .map(({ target, box }) => `${target.textContent || target.ariaLabel}: ${box.width} × ${box.height}`),
  );
}

test('on a phone the outline says the whole journey, and a line leads to its step', async ({ page }) => {
  await page.getByRole('button', { name: 'Outline' }).tap();
  const lines = outline(page).getByRole('treeitem');
  await expect(lines.first()).toBeFocused();
  const steps = await page.evaluate(() => document.querySelectorAll('[role="treeitem"][data-id]').length);
  expect(steps).toBe(await page.locator('.react-flow__node-step').count());
  expect(await tooSmall(outline(page).locator('[role="treeitem"], button'))).toEqual([]);
  await lines.last().scrollIntoViewIfNeeded();
  await outline(page).getByRole('treeitem', { name: /Wait/ }).last().tap();
  await expect(outline(page)).toHaveCount(0);
  const form = page.getByRole('region', { name: 'Properties' });
  const name = form.getByRole('textbox', { name: 'Name', exact: true });
  await expect(name).toBeVisible();
  const card = canvas(page).locator('.react-flow__node.selected');
  await expect(card).toContainText(await name.inputValue());
  await expect(async () => {
    const [seen, strip] = [await boxOf(card), await boxOf(canvas(page))];
    expect(seen.top).toBeGreaterThanOrEqual(strip.top);
    expect(seen.left).toBeGreaterThanOrEqual(strip.left);
    expect(seen.right).toBeLessThanOrEqual(strip.right);
    expect(seen.bottom).toBeLessThanOrEqual((await boxOf(form)).top);
  }).toPass();
});

test('in a narrow window the keyboard walks the outline, the canvas follows, and Escape gives it back', async ({
  page,
}) => {
  const button = page.getByRole('button', { name: 'Outline' });
  await button.press('Enter');
  await expect(outline(page).getByRole('treeitem').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(outline(page)).toHaveCount(0);
  await expect(button).toBeFocused();
  await button.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(outline(page).locator('[aria-selected="true"]')).toBeFocused();
  const id = await outline(page).locator('[aria-selected="true"]').getAttribute('data-id');
  await expect(canvas(page).locator(`.react-flow__node.selected[data-id="${id}"]`)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Properties' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(canvas(page).locator(`.react-flow__node[data-id="${id}"]`)).toBeFocused();
});

test('on a phone the tour and every command are found in the menu', async ({ page }) => {
  const more = page.getByRole('button', { name: 'Export and more' });
  await more.tap();
  expect(await tooSmall(page.getByRole('menu').getByRole('menuitem'))).toEqual([]);
  await page.getByRole('menuitem', { name: /^Command palette/ }).tap();
  const palette = page.getByRole('dialog', { name: 'What would you like to do?' });
  await palette.getByRole('combobox').fill('dark');
  expect(await tooSmall(palette.locator('[role="option"], button'))).toEqual([]);
  await palette.getByRole('option', { name: 'Theme: dark' }).tap();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await more.tap();
  await page.getByRole('menuitem', { name: 'Take the tour' }).tap();
  await expect(page.getByRole('dialog', { name: 'Tour' })).toBeVisible();
});

import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { CountedKeyboard } from './support/keyboard.ts';
import { focusCanvas, OPENINGS, openVersions } from './support/openings.ts';
import { figure, guard } from './support/page.ts';

const views = [
  '/#/',
  '/#/journeys',
  '/#/results',
  '/#/audiences',
  '/#/settings',
  '/#/take/klaviyo',
  '/#/take/braze',
];
const sections = [
  'channels',
  'channels/ads',
  'pipeline',
  'audience',
  'money',
  'lift',
  'attribution',
  'unsent',
  'contacts',
  'assumptions',
  'actual',
  'steps',
  'report',
];
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of sizes) {
    test(`axe finds nothing, and nothing runs over the edge: ${colorScheme}, ${viewport.width} wide`, async ({
      browser,
    }) => {
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      guard(page);
      await page.goto('/');
      await expect(figure(page, 'Conversions')).toContainText(/\d/);
      for (const view of views) {
        await page.goto(view);
        await expect(page.getByRole('main')).toBeVisible();
        await examine(page, view);
      }
      await context.close();
    });
  }
}

for (const [colorScheme, viewport] of [
  ['light', sizes[0]],
  ['dark', sizes[1]],
] as const) {
  test(`axe finds nothing in the sections of the results, and nothing runs over the edge: ${colorScheme}, ${viewport?.width} wide`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ colorScheme, viewport: viewport ?? null });
    const page = await context.newPage();
    guard(page);
    await page.goto('/');
    await expect(figure(page, 'Conversions')).toContainText(/\d/);
    for (const section of sections) {
      await page.goto(`/#/results/${section}`);
      await expect(page.getByRole('main').getByRole('navigation').first()).toBeVisible();
      await expect(page.getByText('The figures by day are being worked out.')).toHaveCount(0);
      await examine(page, section);
    }
    await context.close();
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in what opens over and beside the canvas: ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const context = await browser.newContext({ colorScheme, viewport: sizes[0] ?? null });
    const page = await context.newPage();
    guard(page);
    await page.goto('/');
    await expect(figure(page, 'Conversions')).toContainText(/\d/);
    await differFromVersion(page);
    for (const viewport of sizes) {
      await page.setViewportSize(viewport);
      for (const { name, open, close } of OPENINGS) {
        await open(page);
        await examine(page, `${name}, ${viewport.width} wide`);
        await close(page);
      }
    }
    await context.close();
  });
}

/** Nothing that axe objects to, and nothing wider than the window. */
async function examine(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`,
  );
  expect.soft(found, what).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${what} runs over the edge`).toBeLessThanOrEqual(0);
}

/** Keeps a version, then adds a step that nobody comes to: a difference and a problem. */
async function differFromVersion(page: Page): Promise<void> {
  await openVersions(page);
  await page.getByRole('button', { name: 'Save version' }).click();
  await expect(page.getByText('Same as now.')).toBeVisible();
  await page.keyboard.press('Escape');
  await focusCanvas(page);
  const keys = new CountedKeyboard(page);
  await keys.add('a', 'Wait');
  await keys.press('Escape');
  await expect(page.getByRole('button', { name: /^\d+ problems?$/ })).toBeVisible();
}

test('the journey can be built with the keyboard: add, type, undo, delete', async ({ page }) => {
  guard(page);
  await page.goto('/#/journeys');
  await page.getByRole('button', { name: 'Start empty' }).press('Enter');
  const canvas = page.getByRole('application', { name: 'Journey canvas' });
  await expect(canvas).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: /^Entry/ })).toBeFocused();
  await page.getByRole('button', { name: 'Add Message' }).press('Enter');
  const message = page.getByRole('group', { name: /^Message/ });
  await expect(message).toBeVisible();
  await expect(message).toContainText('100 k in');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(message).toHaveCount(0);
  await page.getByRole('button', { name: 'Redo' }).press('Enter');
  await message.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await expect(message).toHaveCount(0);
});

test('Ctrl+A selects all steps and no text, and Delete leaves the entry', async ({ page }) => {
  guard(page);
  await page.goto('/');
  const cards = page.locator('.react-flow__node');
  await expect(cards).toHaveCount(16);
  await page.getByRole('application', { name: 'Journey canvas' }).click({ position: { x: 300, y: 60 } });
  await page.keyboard.press('Control+a');
  await expect(page.getByText('16 steps selected')).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await page.keyboard.press('Delete');
  await expect(cards).toHaveCount(1);
  await expect(page.getByText('15 steps removed. The entry stays')).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(cards).toHaveCount(16);
});

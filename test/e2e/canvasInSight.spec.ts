import { expect, test, type Page } from '@playwright/test';
import { atRest, boxOf, guard, type Box } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(cards(page)).toHaveCount(16);
  await atRest(page);
});

const cards = (page: Page) => page.locator('.react-flow__node-step');
const map = (page: Page) => page.locator('.react-flow__minimap');

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

async function boxesOf(page: Page): Promise<readonly Box[]> {
  return Promise.all((await cards(page).all()).map(boxOf));
}

test('the first view cuts a card of a journey that goes on', async ({ page }) => {
  const { right } = await boxOf(page.getByRole('application', { name: 'Journey canvas' }));
  const seen = (await boxesOf(page)).map((box) => (right - box.left) / (box.right - box.left));
  expect(seen.some((part) => part > 0.2 && part < 0.8)).toBe(true);
});

test('a journey shown as a whole says on every card what it is and how many come', async ({ page }) => {
  await page.getByRole('button', { name: 'Show the whole journey' }).click();
  await atRest(page);
  for (const card of await cards(page).all()) {
    const name = card.locator('[title]');
    await expect(name).toBeVisible();
    await expect(card).toContainText(/\d.* in/);
    const { height, clipped } = await name.evaluate((element) => ({
      height: element.getBoundingClientRect().height / Math.round(element.clientHeight / 29),
      clipped: element.scrollWidth > element.clientWidth,
    }));
    expect(height).toBeGreaterThan(8);
    expect(clipped).toBe(false);
    expect((await boxOf(name)).bottom).toBeLessThanOrEqual((await boxOf(card)).bottom);
  }
});

test('a card that is but a block says its name where the pointer rests', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole('button', { name: 'Show the whole journey' }).click();
  await atRest(page);
  await expect(page.locator('[data-zoom="blocks"]')).toBeVisible();
  const title = await page.getByRole('group', { name: 'Wait Three days to read' }).evaluate((card) => {
    const { left, top, width, height } = card.getBoundingClientRect();
    return document
      .elementFromPoint(left + width / 2, top + height / 2)
      ?.closest('[title]')
      ?.getAttribute('title');
  });
  expect(title).toBe('Three days to read');
});

test('the map steps back for a card that comes to lie under it, and the card can be pressed', async ({
  page,
}) => {
  await expect(map(page)).toBeVisible();
  const corner = await boxOf(map(page));
  const card = await boxOf(page.getByRole('group', { name: 'Message Retargeting ads' }));
  await page.mouse.move(600, 650);
  await page.mouse.down();
  await page.mouse.move(600 + corner.left - card.left, 650 + corner.top - card.top, { steps: 6 });
  await expect(map(page)).toBeVisible();
  await page.mouse.up();
  await atRest(page);
  const moved = page.getByRole('group', { name: 'Message Retargeting ads' });
  expect(meets(await boxOf(moved), corner)).toBe(true);
  await expect(map(page)).toBeHidden();
  await moved.click();
  await expect(moved).toHaveClass(/selected/);
});

test('the mark of the library stands below the tools', async ({ page }) => {
  const tools = await boxOf(page.getByRole('toolbar'));
  const mark = await boxOf(page.locator('.react-flow__attribution'));
  expect(mark.top).toBeGreaterThanOrEqual(tools.bottom);
  expect(mark.right).toBeLessThanOrEqual(tools.right);
});

test('the list of colours stands clear of the group that gets one', async ({ page }) => {
  await page.getByRole('group', { name: 'Wait Three days to read' }).click({ position: { x: 60, y: 20 } });
  await atRest(page);
  await page.getByRole('group', { name: 'Message Personalised email' }).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+g');
  await page.keyboard.press('Enter');
  const frame = page.getByRole('group', { name: /^Group/ });
  await expect(frame).toBeVisible();
  await page.getByRole('application', { name: 'Journey canvas' }).focus();
  await page.keyboard.press('t');
  const list = page.getByRole('dialog', { name: /colour/i });
  await expect(list).toBeVisible();
  expect(meets(await boxOf(list), await boxOf(frame))).toBe(false);
});

test('the links of a selected card are seen through other cards', async ({ page }) => {
  const through = page.locator('svg[data-link]');
  await expect(through).toHaveCount(0);
  const card = page.getByRole('group', { name: 'Message Personalised email' });
  await card.click({ position: { x: 60, y: 20 } });
  await expect(through).toHaveCount(2);
  const levels = await through.evaluateAll((lines) =>
    lines.map((line) => Number(getComputedStyle(line).zIndex)),
  );
  const others = await cards(page).evaluateAll((found) =>
    found
      .filter((one) => !one.classList.contains('selected'))
      .map((one) => Number(getComputedStyle(one).zIndex) || 0),
  );
  expect(Math.min(...levels)).toBeGreaterThan(Math.max(...others));
  await page.keyboard.press('Escape');
  await expect(through).toHaveCount(0);
});

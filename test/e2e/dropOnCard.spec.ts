import { expect, test, type Page } from '@playwright/test';
import { boxOf, guard } from './support/page.ts';

test.beforeEach(({ page }) => {
  guard(page);
});

const card = (page: Page, id: string) => page.locator(`.react-flow__node[data-id="${id}"]`);

test('a step dropped onto a card goes behind it, clear of other cards, and Undo takes it back', async ({
  page,
}) => {
  await page.goto('/');
  const onto = page.getByRole('group', { name: 'Wait Three days to read' });
  const { left, right, top, bottom } = await boxOf(onto);
  const links = await page.locator('.react-flow__edge').count();
  const palette = page.getByRole('button', { name: 'Add Goal' });
  await palette.hover();
  await page.mouse.down();
  await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 8 });
  await page.mouse.move((left + right) / 2 + 1, (top + bottom) / 2);
  await expect(page.locator('.react-flow__node[data-drop-target]')).toHaveCount(1);
  await expect(onto).toHaveAttribute('data-drop-target');
  await page.mouse.up();
  await expect(page.locator('[data-drop-target]')).toHaveCount(0);
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'goal-1');
  await expect(page.locator('.react-flow__edge')).toHaveCount(links + 1);
  const id = await onto.getAttribute('data-id');
  await expect(page.locator(`.react-flow__edge[data-id="${id}.next"]`)).toHaveAccessibleName(/Goal/);
  const boxes = await Promise.all((await page.locator('.react-flow__node-step').all()).map(boxOf));
  for (const [n, a] of boxes.entries())
    for (const b of boxes.slice(n + 1))
      expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(card(page, 'goal-1')).toHaveCount(0);
  await expect(page.locator('.react-flow__edge')).toHaveCount(links);
});

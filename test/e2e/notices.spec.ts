import { expect, test } from '@playwright/test';
import { boxOf, figure, guard, type Box } from './support/page.ts';

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
  { width: 1440, height: 900 },
]) {
  test(`a notice covers no control, ${viewport.width} wide`, async ({ page }) => {
    guard(page);
    await page.setViewportSize(viewport);
    await page.goto('/');
    await expect(figure(page, 'Conversions')).toContainText(/\d/);
    await page.keyboard.press('Control+s');
    const notice = page.getByRole('status').filter({ hasText: 'Already saved' }).locator('> div');
    await expect(notice).toBeVisible();
    await expect(async () => {
      const said = await boxOf(notice);
      const controls = await page
        .locator('button, a, input, [role="separator"]')
        .filter({ visible: true })
        .evaluateAll((elements) =>
          elements
            .filter((element) => !element.closest('[role="status"], .react-flow__nodes, .react-flow__edges'))
            .map(
              (element) => ({ ...element.getBoundingClientRect().toJSON(), name: element.outerHTML }) as Box,
            ),
        );
      const covered = controls.filter((box) => overlap(box, said)).map(({ name }) => name);
      expect(covered).toEqual([]);
    }).toPass();
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

import { expect, test } from '@playwright/test';
import { atRest, boxOf, guard } from './support/page.ts';
import { focusCanvas } from './support/openings.ts';

const SIZES = [
  { width: 1440, height: 900, stops: 6 },
  { width: 1024, height: 700, stops: 6 },
  { width: 390, height: 844, stops: 5 },
];

for (const { stops, ...viewport } of SIZES) {
  test(`no stop of the tour covers what it speaks of, ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    guard(page);
    await page.setViewportSize(viewport);
    await page.goto('/');
    await expect(page.locator('.react-flow__node-step').first()).toBeVisible();
    await focusCanvas(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('tour');
    await page.getByRole('option', { name: /Take the tour/ }).click();
    const words = page.getByRole('dialog', { name: 'Tour' });
    for (let at = 1; at <= stops; at += 1) {
      await expect(words).toContainText(`${at} of ${stops}`);
      const target = page.locator('.toured');
      await expect(target).toBeVisible();
      await atRest(page);
      const [a, b] = [await boxOf(words), await boxOf(target)];
      const isClear = a.left >= b.right || b.left >= a.right || a.top >= b.bottom || b.top >= a.bottom;
      expect(isClear, `stop ${at}: ${JSON.stringify([a, b])}`).toBe(true);
      expect(a.left).toBeGreaterThanOrEqual(0);
      expect(a.top).toBeGreaterThanOrEqual(0);
      expect(a.right).toBeLessThanOrEqual(viewport.width);
      expect(a.bottom).toBeLessThanOrEqual(viewport.height);
      await words.getByRole('button', { name: at === stops ? 'Start working' : 'Next' }).click();
    }
    await expect(words).toBeHidden();
  });
}

import { expect, test } from '@playwright/test';
import { atRest, boxOf, guard } from './support/page.ts';
import { focusCanvas } from './support/openings.ts';

const LINES = Array.from({ length: 40 }, (_, n) => `Line ${n + 1} of what everybody should know`);

test('a note that is too small for its text says so, and scrolls without moving the canvas', async ({
  page,
}) => {
  guard(page);
  await page.goto('/');
  await expect(page.locator('.react-flow__node-step').first()).toBeVisible();
  await focusCanvas(page);
  await page.keyboard.press('n');
  const box = page.getByRole('textbox', { name: 'Text of the note' });
  await box.fill('Short');
  await box.press('Escape');
  const note = page.getByRole('note');
  const more = note.getByRole('button', { name: 'Show more of the note' });
  await expect(note).toContainText('Short');
  await expect(more).toHaveCount(0);
  await note.dblclick();
  await box.fill(LINES.join('\n'));
  await box.press('Escape');
  await expect(more).toBeVisible();
  const words = note.locator('p');
  await atRest(page);
  const view = page.locator('.react-flow__viewport');
  const before = await view.getAttribute('style');
  const top = () => words.evaluate((element) => element.scrollTop);
  const { left, right, top: above, bottom } = await boxOf(words);
  await page.mouse.move((left + right) / 2, (above + bottom) / 2);
  await page.mouse.wheel(0, 60);
  await expect.poll(top).toBeGreaterThan(0);
  const wheeled = await top();
  await more.click();
  await expect.poll(top).toBeGreaterThan(wheeled);
  await words.focus();
  await page.keyboard.press('End');
  await expect(more).toHaveCount(0);
  expect(await view.getAttribute('style')).toBe(before);
});

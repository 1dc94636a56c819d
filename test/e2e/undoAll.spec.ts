import { expect, test, type Page } from '@playwright/test';
import { drawOrchestration, startEmpty } from './support/drawOrchestration.ts';
import { downloadJourney } from './support/journeyFile.ts';
import type { CountedKeyboard } from './support/keyboard.ts';
import { guard } from './support/page.ts';

test('everything that was drawn is undone to the last letter, and done again', async ({ page }) => {
  test.setTimeout(240_000);
  guard(page);
  await startEmpty(page);
  const start = await downloadJourney(page);
  await page.getByRole('application', { name: 'Journey canvas' }).focus();
  const keys = await drawOrchestration(page);
  await annotate(keys);
  await rework(keys);
  const end = await downloadJourney(page);
  expect(end).not.toBe(start);

  expect(await pressUntilDisabled(page, 'Control+z', 'Undo')).toBeGreaterThan(30);
  expect(await downloadJourney(page)).toBe(start);
  expect(await pressUntilDisabled(page, 'Control+y', 'Redo')).toBeGreaterThan(30);
  expect(await downloadJourney(page)).toBe(end);
});

/** A note, and a group around everything. */
async function annotate(keys: CountedKeyboard): Promise<void> {
  const { page } = keys;
  await keys.press('n');
  const note = page.getByRole('textbox', { name: 'Text of the note' });
  await expect(note).toBeFocused();
  await keys.type('Ask sales first');
  await keys.press('Escape');
  await expect(page.getByRole('note')).toContainText('Ask sales first');
  await page.getByRole('application', { name: 'Journey canvas' }).focus();
  await keys.press('Control+a');
  await expect(page.locator('.react-flow__node-step.selected')).toHaveCount(16);
  await keys.press('Control+g');
  await expect(page.getByRole('textbox', { name: 'Name of the group' })).toBeFocused();
  await keys.type('Spring');
  await keys.press('Enter');
  await expect(page.getByText('Spring', { exact: true })).toBeVisible();
}

/** Tidies up, switches off, replaces, copies and pastes. */
async function rework(keys: CountedKeyboard): Promise<void> {
  const { page } = keys;
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
  const place = () => page.locator('.react-flow__node[data-id="exit-1"]').getAttribute('style');
  await page.getByRole('application', { name: 'Journey canvas' }).focus();
  await keys.press('Escape');
  const before = await place();
  await keys.press('l');
  await expect.poll(place).not.toBe(before);
  await keys.walk('Home', 'Entry');
  await keys.walk('ArrowRight', 'Audience split');
  await keys.press('d');
  await keys.isAt('Switched off');
  await keys.choose('r', 'Experiment');
  await keys.isAt('Experiment');
  await keys.press('Control+Shift+ArrowRight');
  await keys.press('Control+c');
  await expect(page.getByText(/^Copied 2 steps/)).toBeVisible();
  await keys.press('Control+v');
  await expect(page.getByText(/^Pasted 2 steps/)).toBeVisible();
  await expect(page.locator('.react-flow__node-step')).toHaveCount(18);
  await expect(undo).toBeEnabled();
}

/** How many presses it takes until the button of the same command has nothing left to do. */
async function pressUntilDisabled(page: Page, keys: string, name: string): Promise<number> {
  const button = page.getByRole('banner').getByRole('button', { name, exact: true });
  for (let pressed = 0; pressed < 200; pressed += 1) {
    if (await button.isDisabled()) return pressed;
    await page.keyboard.press(keys);
  }
  throw new Error(`${name} never came to an end`);
}

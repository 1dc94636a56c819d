import { expect, test } from '@playwright/test';
import { focusCanvas } from './support/openings.ts';
import { boxOf, guard } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  await page.goto('/');
  await expect(page.getByRole('group', { name: 'Conversions' })).toBeVisible();
});

/** A check that no time has passed before, of which the forecast has much to say. */
const BLOCKING = JSON.stringify({
  format: 'rehearsal-steps',
  version: 1,
  steps: {
    c: {
      kind: 'check',
      name: 'Odd',
      on: 'latest',
      responses: ['clicked'],
      windowFrom: 'arrival',
      windowMinutes: 0,
      ranked: false,
    },
  },
  links: {},
  layout: { c: { x: 0, y: 0 } },
});

test('a long reason why there is no newer forecast leaves every figure where it was', async ({ page }) => {
  const strip = page.getByRole('region', { name: 'Forecast' });
  const figures = strip.getByRole('group');
  const places = async () => Promise.all((await figures.all()).map(boxOf));
  const before = await places();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.body.dispatchEvent(paste);
  }, BLOCKING);
  const reason = strip.getByRole('status').filter({ hasText: 'The forecast waits' });
  await expect(reason).toBeVisible();
  expect(await places()).toEqual(before);
  const problems = await boxOf(strip.getByRole('button', { name: /problems?$/ }));
  for (const { right } of before) expect(right).toBeLessThanOrEqual(problems.left);
  await reason.hover();
  const whole = page.locator('[role=tooltip]').filter({ hasText: 'The forecast waits', visible: true });
  await expect(whole).toHaveText(/No response.*for example 2 days\.$/);
});

test('what was used lately takes the room of the help, so that the palette stands still', async ({
  page,
}) => {
  const palette = page.locator('[data-tour="steps"]');
  const kinds = palette.getByRole('button', { name: /^Add / });
  const places = async () => Promise.all((await kinds.all()).map(boxOf));
  const before = await places();
  for (const kind of ['Wait', 'Message', 'Exit', 'Goal', 'Update contact', 'Wait'])
    await palette.getByRole('button', { name: `Add ${kind}`, exact: true }).click();
  expect(await places()).toEqual(before);
  const lately = palette.getByRole('region', { name: 'Used lately' }).getByRole('button');
  await expect(lately).toHaveCount(4);
  await expect(lately.first()).toHaveAccessibleName(/^Once more: /);
});

test('a number that a form refuses is told when the form closes, and is there again on going back', async ({
  page,
}) => {
  await focusCanvas(page);
  await page.locator('.react-flow__node[data-id="nurture-wait"]').click();
  const field = page.getByRole('region', { name: 'Properties' }).getByLabel('How long', { exact: true });
  await field.fill('-3');
  await page.getByRole('button', { name: 'Close properties' }).click();
  await expect(page.getByText(/^“-3” is not taken over as “How long” of “Three days to read”/)).toBeVisible();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(field).toHaveValue('-3');
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Enter 0 or more/);
});

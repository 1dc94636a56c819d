import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { downloadJourney } from './support/journeyFile.ts';
import { atRest, guard } from './support/page.ts';

const HILLSTROM = new URL('../../../shared/data/hillstrom.csv', import.meta.url).pathname;

test.beforeEach(({ page }) => {
  guard(page);
});

test('draws a journey on an empty canvas, brings customers, runs, keeps everything, exports and imports it unchanged', async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  await page.goto('/#/journeys');
  await page.getByRole('button', { name: 'Start empty' }).click();
  const canvas = page.getByRole('application', { name: 'Journey canvas' });
  await expect(canvas).toBeVisible();
  await page.getByRole('textbox', { name: 'Journey name' }).fill('Spring mailing');

  // Drag from the palette, connect port to card, type into the forms.
  await drop(page, 'Add Message', { x: 420, y: 200 });
  await fillName(page, 'Spring mail');
  await drop(page, 'Add Engagement check', { x: 700, y: 200 });
  await fillName(page, 'Did they click?');
  await drop(page, 'Add Goal', { x: 700, y: 480 });
  await fillName(page, 'Interested');
  await connect(page, card(page, 'Entry'), 'next', card(page, 'Message'));
  await connect(page, card(page, 'Message'), 'next', card(page, 'Engagement check'));
  await connect(page, card(page, 'Engagement check'), 'clicked', card(page, 'Goal'));
  await expect(card(page, 'Message')).toContainText('100 k in');
  await expect(card(page, 'Goal')).not.toContainText('0 in');

  // Real customers.
  const file = existsSync(HILLSTROM) ? HILLSTROM : await madeUpCustomers(info.outputPath('customers.csv'));
  await page.getByRole('link', { name: 'Audiences' }).click();
  await choose(page, 'Import a CSV file', file);
  await expect(page.getByRole('dialog')).toContainText('64 000 contacts');
  await page.getByRole('button', { name: 'Save and use this audience' }).click();
  await page.getByRole('link', { name: 'Design' }).click();
  await expect(page.getByRole('button', { name: /^Audience:/ })).not.toContainText('Sample');
  await expect(page.getByRole('region', { name: 'Forecast' })).toContainText('20 000 of 64 000 contacts');

  await page.getByRole('button', { name: /^Run 64/ }).click();
  await expect(page.getByText(/Run finished/)).toBeVisible();
  await page.getByRole('link', { name: 'Results' }).click();
  const conversions = page.getByRole('main').getByRole('group', { name: 'Conversions', exact: true });
  await expect(conversions).toContainText(/\d/);
  const read = await conversions.textContent();

  await page.reload();
  await expect(conversions).toHaveText(read ?? '');
  await page.getByRole('link', { name: 'Design' }).click();
  await expect(page.getByRole('textbox', { name: 'Journey name' })).toHaveValue('Spring mailing');
  await expect(card(page, 'Engagement check')).toContainText('Did they click?');
  await expect(page.getByRole('button', { name: /^Audience:/ })).not.toContainText('Sample');

  const exported = await downloadJourney(page);
  await writeFile(info.outputPath('again.journey.json'), exported);
  await page.getByRole('link', { name: 'Journeys' }).click();
  await choose(page, 'Import a file', info.outputPath('again.journey.json'));
  await expect(card(page, 'Goal')).toContainText('Interested');
  const again = await downloadJourney(page);
  expect(withoutId(again)).toBe(withoutId(exported));
});

function card(page: Page, kind: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${kind} `) }).first();
}

/** Drags a kind from the palette to a place of the canvas, measured from its top left corner. */
async function drop(page: Page, name: string, targetPosition: { x: number; y: number }): Promise<void> {
  const canvas = page.getByRole('application', { name: 'Journey canvas' });
  await page.getByRole('button', { name }).dragTo(canvas, { targetPosition });
}

async function fillName(page: Page, name: string): Promise<void> {
  await page
    .getByRole('region', { name: 'Properties' })
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill(name);
}

/** Drags from the port of an exit to another card. */
async function connect(page: Page, from: Locator, exit: string, to: Locator): Promise<void> {
  await atRest(page);
  await from.locator(`.react-flow__handle.source[data-handleid="${exit}"]`).hover();
  await page.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error('the card to connect is not to be seen');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 10, { steps: 8 });
  await page.mouse.up();
}

/** Presses a button that asks for a file, and gives it one. */
async function choose(page: Page, button: string, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(file);
}

/** A copy gets an id of its own; all else must be the same to the letter. */
function withoutId(text: string): string {
  return text.replace(/"id": "[^"]*",\n {2}"luckId"/, '"luckId"');
}

/** 64 000 customers of the same shape, for machines without the real ones. */
async function madeUpCustomers(path: string): Promise<string> {
  const rows = Array.from(
    { length: 64_000 },
    (_, i) => `${(i % 12) + 1},${(i * 37) % 900}.50,${i % 3 ? 'Web' : 'Phone'},${i % 2}`,
  );
  await writeFile(path, ['recency,history,channel,newbie', ...rows].join('\n'));
  return path;
}

import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { figure, guard } from './support/page.ts';

test('two tabs that edit one journey both keep their work', async ({ context }) => {
  const a = await context.newPage();
  guard(a);
  await a.goto('/');
  await expect(figure(a, 'Conversions')).toContainText(/\d/);
  const nameIn = (page: typeof a) => page.getByRole('textbox', { name: 'Journey name' });
  await nameIn(a).fill('Shared');
  await nameIn(a).press('Enter');
  await expect(a.getByText(/Saved in this browser/)).toBeVisible();

  const b = await context.newPage();
  guard(b);
  await b.goto('/');
  await expect(nameIn(b)).toHaveValue('Shared');
  await nameIn(a).fill('From A');
  await nameIn(a).press('Enter');
  await expect(b.getByText(/^Another tab has just changed this journey\./)).toBeVisible();
  await expect(a.getByText(/Saved in this browser/)).toBeVisible();
  await b.getByRole('link', { name: 'Journeys' }).click();
  await b.getByRole('link', { name: 'Design' }).click();
  await nameIn(b).fill('From B');
  await nameIn(b).press('Enter');
  await expect(b.getByText(/goes on as “From B \(second tab\)”/)).toBeVisible();
  await expect(b.getByText(/Saved in this browser/)).toBeVisible();

  await a.reload();
  await b.reload();
  await expect(nameIn(b)).toHaveValue('From B (second tab)');
  await b.getByRole('link', { name: 'Journeys' }).click();
  await expect(b.getByRole('heading', { name: 'From A' })).toBeVisible();
  await expect(b.getByRole('heading', { name: 'From B (second tab)' })).toBeVisible();
});

const cards = (page: Page) => page.locator('.react-flow__node');

/** Two tabs with the same journey, of which the first has a version and is a change ahead; the second has undo steps of its own. */
async function overtaken(context: BrowserContext) {
  const [a, b] = [await context.newPage(), await context.newPage()];
  for (const page of [a, b]) guard(page);
  await a.goto('/');
  await expect(figure(a, 'Conversions')).toContainText(/\d/);
  await a.getByRole('button', { name: 'Versions' }).click();
  await a.getByRole('button', { name: 'Save version' }).click();
  await expect(a.getByText('Same as now.')).toBeVisible();
  await a.keyboard.press('Escape');
  await b.goto('/');
  await remove(b, 'Exit');
  await expect(b.getByText(/Saved in this browser/)).toBeVisible();
  // The first tab does not know of that: what it does next is kept apart.
  return { ahead: b, behind: a };
}

async function remove(page: Page, kind: string): Promise<void> {
  const card = page
    .getByRole('application', { name: 'Journey canvas' })
    .getByRole('group', { name: new RegExp(`^${kind} `) });
  await card.first().focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
}

test('work that is kept apart can be undone, by the button of its notice too, and has the versions', async ({
  context,
}) => {
  const { ahead, behind } = await overtaken(context);
  const before = await cards(behind).count();
  await remove(behind, 'Wait');
  await expect(behind.getByText(/Your work goes on as “.*\(second tab\)”/)).toBeVisible();
  await expect(cards(behind)).toHaveCount(before - 1);
  const notices = behind.getByRole('status');
  await notices.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(cards(behind)).toHaveCount(before);
  await behind.getByRole('button', { name: 'Redo' }).click();
  await expect(cards(behind)).toHaveCount(before - 1);
  await behind.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect(cards(behind)).toHaveCount(before);
  await behind.getByRole('button', { name: 'Versions' }).click();
  const versions = behind.getByRole('dialog', { name: 'Versions' });
  await expect(versions.getByRole('heading', { name: 'Version 1' })).toBeVisible();
  await expect(versions.getByText('Same as now.')).toBeVisible();
  await expect(cards(ahead)).toHaveCount(before - 1);
});

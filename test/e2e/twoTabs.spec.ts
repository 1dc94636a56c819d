import { expect, test } from '@playwright/test';
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
  await expect(a.getByText(/Saved in this browser/)).toBeVisible();
  await b.getByRole('link', { name: 'Journeys' }).click();
  await b.getByRole('link', { name: 'Design' }).click();
  await nameIn(b).fill('From B');
  await nameIn(b).press('Enter');
  await expect(b.getByText(/goes on as “From B \(2\)”/)).toBeVisible();
  await expect(b.getByText(/Saved in this browser/)).toBeVisible();

  await a.reload();
  await b.reload();
  await expect(nameIn(b)).toHaveValue('From B (2)');
  await b.getByRole('link', { name: 'Journeys' }).click();
  await expect(b.getByRole('heading', { name: 'From A' })).toBeVisible();
  await expect(b.getByRole('heading', { name: 'From B (2)' })).toBeVisible();
});

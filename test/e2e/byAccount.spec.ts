import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { figure, guard } from './support/page.ts';

test('a list with companies credits sales to the touches of colleagues', async ({ page }, info) => {
  guard(page);
  await page.goto('/');
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
  await page.getByRole('link', { name: 'Audiences' }).click();
  await importContacts(page, await contactsOfFirms(info.outputPath('firms.csv')));
  await expect(page.getByRole('combobox', { name: /company/ })).toHaveValue('account');
  await page.getByRole('button', { name: 'Save and use this audience' }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Results' }).click();
  await page.getByRole('link', { name: 'Attribution' }).click();

  const sms = page
    .getByRole('table', { name: 'Attribution beside true lift' })
    .getByRole('row', { name: /^SMS/ });
  await expect(sms).toContainText(/\d/);
  const toBuyers = await sms.innerText();
  await page.getByText('Everybody at the buyer’s account').click();
  const accounts = page.getByRole('region', { name: 'By account' });
  await expect(accounts).toContainText(/Credit by account from a run of 18.000 contacts/);
  await expect(accounts.getByRole('group', { name: 'Touches on others than the buyer' })).toContainText('%');
  await expect(sms).not.toHaveText(toBuyers);
});

async function importContacts(page: Page, path: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import a CSV file' }).click(),
  ]);
  await chooser.setFiles(path);
}

/** 3 000 contacts in 900 companies; one in forty is of none. */
async function contactsOfFirms(path: string): Promise<string> {
  const rows = Array.from(
    { length: 3_000 },
    (_, i) =>
      `${i + 1},p${i}@example.org,${i % 40 === 0 ? '' : `Firm ${(i * 577) % 900}`},${i % 3 ? 'low' : 'high'}`,
  );
  await writeFile(path, ['contact_id,email,company,intent', ...rows].join('\n'));
  return path;
}

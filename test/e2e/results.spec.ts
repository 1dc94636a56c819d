import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { figure, guard } from './support/page.ts';

test('a run of everybody is read section by section, by pointer and keys, and is there after a reload', async ({
  page,
}) => {
  test.setTimeout(180_000);
  guard(page);
  await page.goto('/');
  await expect(figure(page, 'Conversions')).toContainText(/\d/);
  await page.getByRole('button', { name: /^Run 100.000 contacts$/ }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Results' }).click();
  await expect(page.getByText(/100.000 contacts of Sample audience, seed 1/)).toBeVisible();

  // Days, by keys and as a table.
  const trend = page.getByRole('figure', { name: /Most conversions come on/ });
  await expect(trend).toBeVisible();
  await trend.getByText('Messages', { exact: true }).click();
  const messages = page.getByRole('figure', { name: /Most messages go out on/ });
  await messages.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText(/^.+ to .+: Sent [\d\s]+ \(.*\), Opened .*, and Clicked/)).toBeVisible();
  await messages.getByRole('button', { name: /^Show as table, copy or save/ }).click();
  await page.getByRole('menuitem', { name: 'Show as table' }).click();
  const table = messages.getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'Sent', exact: true })).toBeVisible();

  // What is shown is what the run came to.
  const conversions = page.getByRole('main').getByRole('group', { name: 'Conversions', exact: true });
  const before = (await conversions.innerText()).replaceAll(/\s/g, '');

  await page.getByRole('link', { name: 'Channels' }).click();
  await expect(page.getByRole('group', { name: 'Complaints' })).toContainText('%');
  await page.getByRole('link', { name: 'Ads', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Impressions', exact: true })).toContainText(/\d/);

  await page.getByRole('link', { name: 'Audience', exact: true }).click();
  await expect(page.getByRole('figure', { name: /Contacts who convert: / })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    (async () => {
      await page
        .getByRole('figure', { name: /Contacts who convert: / })
        .getByRole('button', { name: /^Show as table, copy or save/ })
        .click();
      await page.getByRole('menuitem', { name: /CSV/ }).click();
    })(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split('\r\n')[0]).toContain('Contacts');

  await page.reload();
  await expect(page.getByText(/100.000 contacts of Sample audience, seed 1/)).toBeVisible();
  await page.getByRole('link', { name: 'Overview' }).click();
  expect((await conversions.innerText()).replaceAll(/\s/g, '')).toBe(before);
});

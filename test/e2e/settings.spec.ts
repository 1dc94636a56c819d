import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, type Download, type Locator, type Page } from '@playwright/test';
import { downloadJourney } from './support/journeyFile.ts';
import { guard } from './support/page.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

test.beforeEach(({ page }) => {
  guard(page);
});

test('a cap, quiet hours, a budget and a channel’s cost move the forecast, and the command line gives the numbers of a full run', async ({
  page,
}, info) => {
  test.setTimeout(240_000);
  await openSettings(page);
  const plain = await figures(page);

  // One message a month instead of all of them.
  await page.getByRole('button', { name: 'Add a cap' }).click();
  const cap = page.getByRole('group', { name: 'cap-1', exact: true });
  await type(cap.getByRole('textbox', { name: 'Messages at most' }), '1');
  await type(cap.getByRole('textbox', { name: 'Length' }), '30');
  await expect(cap).toContainText('At most 1 message in any 30 days per contact; more are skipped.');
  await expect.poll(async () => (await figures(page)).messages).toBeLessThan(plain.messages);
  await expect(effectIn(cap)).toContainText(/Messages sent−[1-9]/);
  await expect(effectIn(cap)).toContainText(/Left out of the forecast: [1-9]/);
  await page.getByRole('button', { name: 'Remove cap-1' }).click();
  await expect.poll(async () => (await figures(page)).messages).toBe(plain.messages);

  // What is due at night is not sent.
  await page.getByRole('switch', { name: 'Keep quiet hours' }).click();
  const quiet = page.getByRole('group', { name: 'Quiet hours', exact: true });
  await quiet.getByRole('combobox', { name: 'A message that is due then' }).selectOption('Is skipped');
  await type(quiet.getByRole('textbox', { name: 'From' }), '1900');
  await expect(quiet).toContainText('Nothing is sent from 19:00 until 08:00 on the contact’s clock');
  await expect.poll(async () => (await figures(page)).messages).toBeLessThan(plain.messages);
  const quieter = await figures(page);

  // Dearer mail, then less money for it than it costs.
  await page.getByRole('button', { name: 'Email', exact: true }).click();
  const email = page.getByRole('group', { name: 'Email: your figures' });
  await type(email.getByRole('textbox', { name: 'Cost per send' }), '0.5');
  await expect.poll(async () => (await figures(page)).cost).toBeGreaterThan(quieter.cost);
  const dearer = await figures(page);
  await page.getByRole('button', { name: 'Add a budget' }).click();
  const budget = page.getByRole('group', { name: 'Budget of Email', exact: true });
  await type(budget.getByRole('textbox', { name: 'Amount' }), '3000');
  await expect.poll(async () => (await figures(page)).cost).toBeLessThan(dearer.cost);
  await expect.poll(async () => (await figures(page)).messages).toBeLessThan(dearer.messages);
  await expect(effectIn(budget)).toContainText(/Messages sent−[1-9]/);
  const all = await settled(page);

  // Kept, all of it.
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Amount' })).toHaveValue('3000');
  await expect(page.getByRole('textbox', { name: 'From' })).toHaveValue('19:00');
  await expect.poll(() => figures(page)).toEqual(all);

  const policies = await saved(page, 'Download policies');
  const rates = await saved(page, 'Download rates');
  await writeFile(info.outputPath('policies.json'), policies);
  await writeFile(info.outputPath('rates.json'), rates);
  await writeFile(info.outputPath('my.journey.json'), await downloadJourney(page));
  const ours = await fullRun(page);
  const { stdout } = await run(
    process.execPath,
    [
      ...['.ci/rehearse.mjs', 'simulate', '--journey', info.outputPath('my.journey.json')],
      ...['--policies', info.outputPath('policies.json'), '--response', info.outputPath('rates.json')],
      ...['--contacts', '100000', '--json'],
    ],
    { cwd: root, maxBuffer: 1e8 },
  );
  expect(ours).toContain('"contacts": 100000');
  expect(ours).toContain('"budget":');
  expect(ours).toContain('"quiet":');
  expect(ours).toBe(untimed(stdout));
});

test('a file of policies is read back whole, and a damaged one changes nothing', async ({ page }, info) => {
  await openSettings(page);
  const file = info.outputPath('policies.json');
  const cap = { id: 'weekly', max: 2, window: { kind: 'calendar', unit: 'week' }, onCap: { kind: 'skip' } };
  await writeFile(file, JSON.stringify({ caps: [cap], economics: { grossMargin: 0.4 } }));
  await read(page, file);
  await expect(
    page.getByText('policies.json was read as policies and money. Yours are now those of the file.'),
  ).toBeVisible();
  await expect(page.getByRole('group', { name: 'weekly', exact: true })).toContainText('a calendar week');
  await expect(page.getByRole('textbox', { name: /^Gross margin/ })).toHaveValue('40');

  await writeFile(file, JSON.stringify({ caps: [{ ...cap, max: 0 }], budgets: [] }));
  await read(page, file);
  await expect(page.getByRole('alert')).toContainText('policies.json was not read. Nothing was changed.');
  await expect(page.getByRole('alert')).toContainText('“caps[0].max” is 0; it must be at least 1');
  await expect(page.getByRole('textbox', { name: /^Gross margin/ })).toHaveValue('40');
});

test('a problem that a policy makes leads to the policy', async ({ page }) => {
  await openSettings(page);
  await page.getByRole('button', { name: 'Add a budget' }).click();
  await type(page.getByRole('textbox', { name: 'Amount' }), '0');
  await expect(
    page.getByText('With a budget of 0 no message that costs anything goes out here.'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Design' }).click();
  await page.getByRole('button', { name: /^\d+ problems?/ }).click();
  await page.getByRole('link', { name: /^Open settings: The budget of email is 0/ }).click();
  const budgets = page.getByRole('group', { name: 'Budgets', exact: true });
  await expect(budgets).toBeInViewport();
});

async function openSettings(page: Page): Promise<void> {
  await page.goto('/#/settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await settled(page);
}

function glance(page: Page): Locator {
  return page.getByRole('region', { name: 'Forecast of the open journey' });
}

/** The figures of the forecast beside the settings. */
async function figures(page: Page): Promise<{ readonly messages: number; readonly cost: number }> {
  const read = async (name: string) => {
    const text = await glance(page)
      .getByRole('group', { name, exact: true })
      .locator('span')
      .nth(1)
      .textContent();
    return Number((text ?? '').replace(/[^\d.−-]/g, '').replace('−', '-'));
  };
  return { messages: await read('Messages sent'), cost: await read('Cost') };
}

async function settled(page: Page) {
  await expect(glance(page).getByRole('group', { name: 'Cost', exact: true })).toBeVisible();
  await expect(glance(page)).toHaveAttribute('data-pending', 'false');
  return figures(page);
}

function effectIn(policy: Locator): Locator {
  return policy.getByRole('group', { name: 'Effect on the open journey' });
}

async function type(box: Locator, text: string): Promise<void> {
  await box.click({ clickCount: 3 });
  await box.page().keyboard.type(text);
}

async function saved(page: Page, button: string): Promise<string> {
  const [download]: [Download, unknown] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

async function read(page: Page, file: string): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Read a settings file' }).click(),
  ]);
  await chooser.setFiles(file);
}

/** Everybody, as the report's JSON without its two times. */
async function fullRun(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Run 100/ }).click();
  await expect(page.getByText(/Run finished/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('link', { name: 'Results' }).click();
  return untimed(await saved(page, 'Download as JSON'));
}

function untimed(json: string): string {
  return json.replace(/"(seconds|stepsPerSecond)": [\d.e+-]+/g, '"$1": 0');
}

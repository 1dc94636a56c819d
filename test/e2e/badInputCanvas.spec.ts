import { expect, test, type Locator, type Page } from '@playwright/test';
import { isolated } from '../../src/i18n/isolated.ts';
import { downloadJourney } from './support/journeyFile.ts';
import { CountedKeyboard } from './support/keyboard.ts';
import { focusCanvas } from './support/openings.ts';
import { boxOf, guard } from './support/page.ts';

test.beforeEach(async ({ page }) => {
  guard(page);
  page.on('dialog', (dialog) => expect.soft(dialog.message(), 'the page opened a dialog').toBe(''));
  await page.goto('/');
  await expect(page.locator('.react-flow__node-step')).toHaveCount(16);
});

/** Of a step, a group and a journey; a note takes more. */
const LONGEST_NAME = 1000;

const NAMES = {
  'of 10 000 letters': 'a'.repeat(10_000),
  'in Arabic': 'حملة الربيع للعملاء الجدد',
  'in Hebrew': 'קמפיין האביב',
  'of emoji': '👩‍👩‍👧‍👦🏳️‍🌈 🎉🎉🎉',
  'in Chinese': '春季上市活动的再营销广告',
  'that is HTML': '<img src=x onerror=alert(1)>',
} as const;

for (const [what, name] of Object.entries(NAMES)) {
  test(`a name ${what} is shown as text, breaks nothing and is back after a reload`, async ({ page }) => {
    const before = await sizeOf(entry(page));
    await nameEverything(page, name);
    expect(await sizeOf(entry(page))).toEqual(before);
    await isIntact(page, name);
    await expect(page.getByText(/Saved in this browser/)).toBeVisible();
    await page.reload();
    await isIntact(page, name);
    expect(await sizeOf(entry(page))).toEqual(before);
  });
}

const FILES = {
  'a picture': ['spring.png', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR', /picture/],
  'an empty file': ['empty.json', '', /empty/],
  'JSON of something else': [
    'package.json',
    '{"name": "shop", "version": "1.0.0"}',
    /no journey that can be read here/,
  ],
} as const;

for (const [what, [name, contents, words]] of Object.entries(FILES)) {
  test(`${what} dropped on the canvas is refused in words and changes nothing`, async ({ page }) => {
    const before = await downloadJourney(page);
    const dataTransfer = await page.evaluateHandle(
      ([file, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(text, (sign) => sign.charCodeAt(0))], file));
        return transfer;
      },
      [name, contents] as const,
    );
    await page.locator('.react-flow__pane').dispatchEvent('drop', { dataTransfer });
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(words);
    await expect(dialog).toContainText(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await downloadJourney(page)).toBe(before);
  });
}

const ABSURD = [
  ['Wait', /^How long$/, ['-3', '1e9', 'soon']],
  ['Experiment', /^Share of /, ['-1', '150', '1e9']],
] as const;

for (const [kind, label, values] of ABSURD) {
  test(`absurd numbers in the form of a step are said at the field: ${kind}`, async ({ page }) => {
    await focusCanvas(page);
    await new CountedKeyboard(page).add('a', kind);
    const field = page.getByRole('region', { name: 'Properties' }).getByLabel(label).first();
    const before = await downloadJourney(page);
    for (const value of values) {
      await field.fill(value);
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(/\p{L}+ .+\./u);
    }
    expect(await downloadJourney(page)).toBe(before);
  });
}

const entry = (page: Page) => page.locator('.react-flow__node[data-id="trigger"]');

/** Width and height on the canvas, whatever the zoom. */
async function sizeOf(card: Locator) {
  return card.evaluate(({ clientWidth, clientHeight }) => ({ clientWidth, clientHeight }));
}

/** The entry, a note, a group and the journey are called so, as far as their boxes take it. */
async function nameEverything(page: Page, name: string): Promise<void> {
  const keys = new CountedKeyboard(page);
  await focusCanvas(page);
  await keys.press('n');
  await page.getByRole('textbox', { name: 'Text of the note' }).fill(name);
  await keys.press('Escape');
  await focusCanvas(page);
  await keys.press('Escape');
  await keys.walk('Home', 'Spring launch opens');
  await keys.press('Control+Shift+ArrowRight');
  await keys.press('Control+g');
  const group = page.getByRole('textbox', { name: 'Name of the group' });
  await group.fill(name);
  if (name.length > LONGEST_NAME) {
    await keys.press('Enter');
    await expect(group).toHaveAccessibleDescription(/^At most 1000 characters/);
    await group.fill(name.slice(0, LONGEST_NAME));
  }
  await keys.press('Enter');
  await focusCanvas(page);
  await keys.press('Escape');
  await keys.walk('Home', 'Spring launch opens');
  const properties = page.getByRole('region', { name: 'Properties' });
  const field = properties.getByRole('textbox', { name: 'Name', exact: true });
  await field.fill(name);
  if (name.length > LONGEST_NAME) {
    await expect(field).toHaveAccessibleDescription(/^At most 1000 characters/);
    await field.fill(name.slice(0, LONGEST_NAME));
  }
  const own = page.getByRole('textbox', { name: 'Journey name' });
  await own.fill(name);
  if (name.length <= LONGEST_NAME) return;
  await expect(own).toHaveValue(name);
  await expect(own).toHaveAccessibleDescription(/^At most 1000 characters/);
  await own.fill(name.slice(0, LONGEST_NAME));
}

/** Names are there as they were typed, none of them is markup, and nothing runs over the edge. */
async function isIntact(page: Page, name: string): Promise<void> {
  const short = name.slice(0, LONGEST_NAME);
  await expect(entry(page).getByText(short, { exact: true })).toBeVisible();
  await expect(page.getByRole('note')).toContainText(name);
  await expect(page.getByRole('button', { name: `Select the steps of “${isolated(short)}”` })).toHaveText(
    short,
  );
  await expect(page.getByRole('textbox', { name: 'Journey name' })).toHaveValue(short);
  await expect(page.locator('.react-flow img')).toHaveCount(0);
  const { width } = page.viewportSize() ?? { width: 0 };
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const { left, right } = await boxOf(page.getByRole('application', { name: 'Journey canvas' }));
  expect(right).toBeGreaterThan(left);
  expect(right).toBeLessThanOrEqual(width);
}

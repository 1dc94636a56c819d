import { expect, test, type Locator, type Page } from '@playwright/test';
import { guard } from './support/page.ts';

test.beforeEach(({ page }) => {
  guard(page);
});

/** The editor of the sample journey’s personal email. */
async function openEditor(page: Page): Promise<Locator> {
  await page.goto('/');
  await page.getByRole('group', { name: 'Message Personalised email' }).press('Enter');
  await page.getByRole('button', { name: 'Edit content' }).click();
  const editor = page.getByRole('dialog', { name: 'Content of “Personalised email”' });
  await expect(editor.getByRole('group', { name: /as contact 1 reads it/ })).toBeVisible();
  return editor;
}

test('a message is read as twenty contacts, each under its own name', async ({ page }) => {
  const editor = await openEditor(page);
  await editor
    .getByRole('textbox', { name: 'Subject' })
    .fill('Number {{contact_id}} from {{country|abroad}}');
  const subjects = new Set<string>();
  for (let number = 1; number <= 20; number += 1) {
    const message = editor.getByRole('group', { name: `The message as contact ${number} reads it` });
    await expect(message).toContainText(new RegExp(`Number ${number} from [A-Z]{2}`));
    subjects.add((await message.textContent()) ?? '');
    await editor.getByRole('button', { name: 'Next contact' }).click();
  }
  expect(subjects.size).toBe(20);
  const position = editor.getByRole('textbox', { name: 'Preview as contact' });
  await position.fill('100000');
  await expect(editor.getByRole('group', { name: /as contact 100.000 reads it/ })).toContainText(
    'Number 100000',
  );
  await editor.getByRole('button', { name: 'Random contact' }).click();
  await expect(position).not.toHaveValue('100000');
});

test('unknown fields, braces, long text messages and missing tags are found while they are written', async ({
  page,
}) => {
  const editor = await openEditor(page);
  const body = editor.getByRole('textbox', { name: 'Body' });
  await body.fill('Dear {{nickname}}, see https://example.com/spring');
  await expect(editor.getByText(/has a place for “nickname”, which is no column/)).toBeVisible();
  await expect(editor.getByText('nickname is missing')).toBeVisible();
  await body.fill('Dear {{plan, see https://example.com/spring');
  await expect(editor.getByText(/does not end at character 6: “\{\{plan”/)).toBeVisible();

  await editor.getByText('UTM tags of links').click();
  for (const part of ['source', 'medium', 'campaign', 'content'])
    await editor
      .getByRole('textbox', { name: `UTM ${part}` })
      .first()
      .fill('');
  await expect(editor.getByText(/The link in this message has no UTM tags/)).toBeVisible();
  await editor.getByRole('button', { name: 'Use the defaults' }).click();
  await expect(editor.getByText(/The link in this message has no UTM tags/)).toBeHidden();
  await expect(editor.getByRole('list', { name: 'Links' })).toContainText(
    'https://example.com/spring?utm_source=journey&utm_medium=email&utm_campaign=spring-launch-orchestration&utm_content=personalised-email',
  );

  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Edit content' })).toBeFocused();
  const form = page.getByRole('region', { name: 'Properties' });
  await form.getByRole('combobox', { name: 'Channel' }).selectOption('sms');
  await form.getByRole('textbox', { name: 'Body' }).fill('a'.repeat(307));
  await expect(
    form.getByText('307 of 459 characters · 3 text messages, each of them paid for'),
  ).toBeVisible();
  await expect(form.getByText(/goes out as 3 text messages and costs 3 times as much/).first()).toBeVisible();
  await expect(page.getByRole('button', { name: '1 problem' })).toBeVisible();
});

test('content is kept in the library and used in another message, markup and all', async ({ page }) => {
  const editor = await openEditor(page);
  const written = '<b onclick="alert(1)">Hej</b> مرحبا 👋';
  await editor.getByRole('textbox', { name: 'Body' }).fill(written);
  await editor.getByText('Copy library').click();
  await editor.getByRole('textbox', { name: 'Save this content as' }).fill('Greeting');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByText('“Greeting” is in the library.')).toBeVisible();
  await editor.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('group', { name: 'Message Nurture 1: what is new' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    'Nurture 1: what is new',
  );
  await page.getByRole('button', { name: 'Edit content' }).click();
  const other = page.getByRole('dialog', { name: /Nurture 1/ });
  await other.getByText('Copy library').click();
  await other.getByRole('button', { name: 'Use “Greeting” in this message' }).click();
  await expect(other.getByRole('textbox', { name: 'Body' })).toHaveValue(written);
  await expect(other.getByRole('group', { name: /as contact 1 reads it/ })).toContainText('Hej مرحبا 👋');
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(other.getByRole('textbox', { name: 'Body' })).not.toHaveValue(written);
});

test('on a phone only the columns of the editor scroll, and its title and cross stay', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const editor = await openEditor(page);
  const room = await editor.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  expect(room).toBe(0);
  await editor.getByText('What is known of this contact').scrollIntoViewIfNeeded();
  await expect(editor.getByRole('heading', { name: 'Content of “Personalised email”' })).toBeInViewport();
  await expect(editor.getByRole('button', { name: 'Close' })).toBeInViewport();
});

import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { STEP_DEFINITIONS } from '../../../../src/journey/steps/index.ts';
import type { Content, MessageStep } from '../../../../src/journey/steps/message.ts';
import { inspect } from '../inspectors/inspecting.tsx';

const user = userEvent.setup();

/** The editor of a message with this content, over an audience of 1000 whose contacts are called by their number. */
async function edit(content: Content | undefined, more: Partial<MessageStep> = {}) {
  const step = { ...STEP_DEFINITIONS.message.defaults(), ...(content && { content }), ...more };
  const inspection = await inspect<'message'>(step);
  inspection.ports.contactAt = (row) => ({ name: `Contact ${row + 1}`, ...(row === 0 && { plan: 'pro' }) });
  await user.click(screen.getByRole('button', { name: 'Edit content' }));
  const dialog = await screen.findByRole('dialog', { name: 'Content of “Message”' });
  await within(dialog).findByRole('group', { name: /as contact 1 reads it/ });
  return { ...inspection, dialog, in: within(dialog), content: () => inspection.step().content };
}

const reading = (dialog: HTMLElement, number: number | string) =>
  within(dialog).findByRole('group', { name: `The message as contact ${number} reads it` });

describe('the editor', () => {
  it('changes the document while it is typed in, as one step to undo', async () => {
    const { in: box, content, undo } = await edit({ subject: 'Hi' });
    await user.type(box.getByRole('textbox', { name: 'Subject' }), ' there, you');
    expect(content()).toEqual({ subject: 'Hi there, you' });
    undo();
    expect(content()).toEqual({ subject: 'Hi' });
  });

  it('has no content when all is deleted', async () => {
    const { in: box, content } = await edit({ subject: 'Hi' });
    await user.clear(box.getByRole('textbox', { name: 'Subject' }));
    expect(content()).toBeUndefined();
  });

  it('puts a column where the caret is, and the caret where its default goes', async () => {
    const { in: box, content } = await edit({ body: 'Hello, welcome' });
    const body = box.getByRole<HTMLTextAreaElement>('textbox', { name: 'Body' });
    await user.click(body);
    body.setSelectionRange(5, 5);
    await user.click(box.getByRole('button', { name: 'Insert a field into Body' }));
    await user.type(box.getByRole('combobox', { name: 'Search fields' }), 'count{Enter}');
    expect(body).toHaveFocus();
    await user.keyboard('nowhere');
    expect(content()?.body).toBe('Hello{{country|nowhere}}, welcome');
  });

  it('puts it at the end of a box that nobody was in', async () => {
    const { in: box, content } = await edit({ body: 'Use ' });
    await user.click(box.getByRole('button', { name: 'Insert a field into Body' }));
    await user.type(box.getByRole('combobox', { name: 'Search fields' }), 'coupon{Enter}');
    expect(content()?.body).toBe('Use {{coupon}}');
  });

  it('counts as the channel does', async () => {
    const { in: box } = await edit({ body: `${'a'.repeat(160)}€` }, { channel: 'sms' });
    expect(box.getByRole('textbox', { name: 'Body' })).toHaveAccessibleDescription(
      '162 of 306 characters · 2 text messages, each of them paid for',
    );
    expect(box.queryByRole('textbox', { name: 'Subject' })).toBeNull();
  });

  it('counts an SMS with the tags that its links get', async () => {
    const content = { body: 'https://example.com', utm: { utm_source: '{{channel}}' } };
    const { in: box } = await edit(content, { channel: 'sms' });
    // https://example.com?utm_source=sms, of which the underscore is in the alphabet.
    expect(box.getByRole('textbox', { name: 'Body' })).toHaveAccessibleDescription(
      '34 of 160 characters · 1 text message',
    );
  });

  it('takes the HTML of a whole mail', async () => {
    const { in: box, content } = await edit({ subject: 'Hi' });
    await user.click(box.getByRole('textbox', { name: 'Body' }));
    await user.paste('<p>n</p>'.repeat(25_000));
    expect(content()?.body).toHaveLength(200_000);
  });

  it('keeps what the channel does not send, and says so', async () => {
    const texts = { subject: 'Dear you', preheader: 'Before', body: 'Hello' };
    const { in: box, dialog, content } = await edit(texts, { channel: 'sms' });
    for (const name of ['Subject', 'Preheader'])
      expect(box.getByRole('textbox', { name })).toHaveAccessibleDescription('Not sent on SMS');
    const shown = await reading(dialog, 1);
    expect(shown).toHaveTextContent('Hello');
    expect(shown).not.toHaveTextContent(/Dear you|Before/);
    expect(content()).toEqual(texts);
  });

  it.each(['<img src=x onerror="alert(1)">', '{{first_name', '👩🏽‍🚀 رسالة {{country|هنا}}'])(
    'takes %s and shows it as text',
    async (text) => {
      const { in: box, content, dialog } = await edit({}, { channel: 'in-app' });
      await user.click(box.getByRole('textbox', { name: 'Body' }));
      await user.paste(text);
      expect(content()?.body).toBe(text);
      expect(await reading(dialog, 1)).toHaveTextContent(text.replace('{{country|هنا}}', 'هنا'));
      expect(dialog.querySelector('img')).toBeNull();
    },
  );

  it('keeps a megabyte of body, says why it is not taken, and has it again when it opens again', async () => {
    const { in: box, content } = await edit({ body: 'Short' });
    const long = 'n'.repeat(1_000_000);
    await user.clear(box.getByRole('textbox', { name: 'Body' }));
    await user.click(box.getByRole('textbox', { name: 'Body' }));
    await user.paste(long);
    expect(box.getByRole('textbox', { name: 'Body' })).toHaveAccessibleDescription(
      /At most 200000 characters; this has 1000000/,
    );
    expect(content()?.body).toBeUndefined();
    await user.click(box.getByRole('button', { name: 'Done' }));
    expect(screen.getByText(/^A text in the editor is too long to be taken/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Edit content' }));
    const again = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Body' });
    expect(again).toHaveValue(long);
    await user.clear(again);
    await user.paste('Short again');
    expect(content()?.body).toBe('Short again');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Done' }));
    expect(screen.queryByText(/too long to be taken/)).toBeNull();
  });
});

describe('the preview', () => {
  it('has the names of journey, step and channel in the tags of the message', async () => {
    const utm = { utm_campaign: '{{step}}-{{channel}}', utm_term: '{{plan}}' };
    const { in: box } = await edit({ body: 'https://example.com', utm });
    expect(box.getByRole('list', { name: 'Links' })).toHaveTextContent(
      'https://example.com?utm_campaign=message-email&utm_term=pro',
    );
  });

  it('shows the message to contact after contact', async () => {
    const { in: box, dialog } = await edit({ subject: '{{name}}', body: 'On {{plan|free}}{{city}}' });
    const first = await reading(dialog, 1);
    expect(first).toHaveTextContent('Contact 1');
    expect(first).toHaveTextContent('On pro');
    expect(first).toHaveTextContent('city is missing');
    await user.click(box.getByRole('button', { name: 'Next contact' }));
    expect(await reading(dialog, 2)).toHaveTextContent('On free');
    const position = box.getByRole('textbox', { name: 'Preview as contact' });
    await user.clear(position);
    await user.type(position, '1000');
    expect(await reading(dialog, '1 000'.replace(' ', '\u202f'))).toHaveTextContent('Contact 1000');
    expect(box.getByRole('button', { name: 'Next contact' })).toBeDisabled();
    await user.click(box.getByRole('button', { name: 'Random contact' }));
    await waitFor(() => expect(position).not.toHaveValue('1000'));
  });

  it('says why a contact cannot be read', async () => {
    const { in: box, ports } = await edit({ body: 'Hi' });
    ports.contactAt = () => {
      throw new Error('This audience is not in this browser any more.');
    };
    await user.click(box.getByRole('button', { name: 'Next contact' }));
    expect(await box.findByRole('alert')).toHaveTextContent('not in this browser any more');
  });

  it('lists links with their tags, and the coupon code', async () => {
    const { in: box } = await edit({
      body: 'https://a.example',
      couponCode: 'TEN-{{name}}',
      utm: { utm_source: 'x y' },
    });
    expect(
      within(box.getByRole('list', { name: 'Links' })).getByText('https://a.example?utm_source=x%20y'),
    ).toBeVisible();
    expect(box.getByText('Contact 1')).toBeVisible();
  });
});

describe('variants', () => {
  it('are added, worded and removed; what they leave out is the original’s', async () => {
    const { in: box, content, dialog } = await edit({ subject: 'Hi', body: 'Same' });
    expect(box.queryByText(/To compare rates|to compare rates/)).toBeNull();
    await user.click(box.getByRole('button', { name: 'Add a variant' }));
    expect(content()?.variants).toEqual([{ id: 'b', name: 'Variant B' }]);
    expect(box.getByText(/to compare rates use an experiment step/)).toBeVisible();
    expect(box.getByRole('textbox', { name: 'Subject' })).toHaveAttribute('placeholder', 'Hi');
    await user.type(box.getByRole('textbox', { name: 'Subject' }), 'Hey');
    await user.type(box.getByRole('textbox', { name: 'Share of the contacts' }), '100');
    expect(content()).toEqual({
      subject: 'Hi',
      body: 'Same',
      variants: [{ id: 'b', name: 'Variant B', subject: 'Hey', share: 100 }],
    });
    expect(await reading(dialog, 1)).toHaveTextContent(/Hey.*Same/);
    expect(box.getByText('This contact gets “Variant B”.')).toBeVisible();
    await user.click(box.getByRole('button', { name: 'Remove this variant' }));
    expect(content()).toEqual({ subject: 'Hi', body: 'Same' });
    expect(box.getByRole('textbox', { name: 'Subject' })).toHaveValue('Hi');
  });

  it('go with their undo, and the editor shows the original', async () => {
    const { in: box, undo } = await edit({ subject: 'Hi' });
    await user.click(box.getByRole('button', { name: 'Add a variant' }));
    undo();
    expect(box.getByRole('textbox', { name: 'Subject' })).toHaveValue('Hi');
    expect(box.queryByRole('combobox', { name: 'Wording to edit' })).toBeNull();
  });
});

describe('UTM tags', () => {
  it('are filled in from the defaults of the workspace, which are kept', async () => {
    const { in: box, content, ports } = await edit({ utm: { utm_source: 'mine' } });
    await user.click(box.getByText('UTM tags of links'));
    await user.click(box.getByText('Defaults of this workspace'));
    const [ofMessage, ofWorkspace] = box.getAllByRole('textbox', { name: 'UTM term' });
    expect(ofMessage).not.toHaveAttribute('placeholder', 'on-email');
    await user.click(ofWorkspace!);
    await user.paste('on-{{channel}}');
    expect(ofMessage).toHaveAttribute('placeholder', 'on-email');
    expect(ports.kept.get('defaults')).toMatchObject({ utm: { term: 'on-{{channel}}' } });
    await user.click(box.getByRole('button', { name: 'Use the defaults' }));
    expect(content()?.utm).toMatchObject({ utm_source: 'mine', utm_medium: 'email', utm_term: 'on-email' });
    expect(box.getByText(/^https:\/\/example\.com\/offer\?.*utm_source=mine/)).toBeVisible();
    expect(box.getByRole('button', { name: 'Use the defaults' })).toBeDisabled();
  });
});

import '../../../../src/i18n/contentWords.ts';
import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CopyLibrary } from '../../../../src/features/edit-journey/content/CopyLibrary.tsx';
import { readCopies, type SavedCopy } from '../../../../src/features/edit-journey/content/useCopyLibrary.ts';
import type { Content } from '../../../../src/journey/steps/message.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const user = userEvent.setup();
const copy = (id: string, name: string, content: Content = { body: `Body of ${name}` }): SavedCopy => ({
  id,
  name,
  content,
});

async function open(kept?: unknown, content: Content = { subject: 'Hi' }) {
  const { ports, workspace } = await openWorkspace();
  if (kept !== undefined) ports.kept.set('copyLibrary', kept);
  const used: Content[] = [];
  renderIn(workspace, <CopyLibrary content={content} onUse={(one) => used.push(one)} />);
  return { ports, used, kept: () => (ports.kept.get('copyLibrary') ?? []) as readonly SavedCopy[] };
}

const row = async (name: string) => {
  const heading = await screen.findByRole('heading', { name });
  return within(heading.closest('li')!);
};

describe('the library', () => {
  it('keeps content under a name', async () => {
    const { kept } = await open();
    expect(await screen.findByText('Nothing is saved yet.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText(/needs a name/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'Save this content as' }), ' Welcome {Enter}');
    expect(await screen.findByText('“Welcome” is in the library.')).toBeVisible();
    expect(kept()).toMatchObject([{ name: 'Welcome', content: { subject: 'Hi' } }]);
  });

  it('keeps no content that says nothing', async () => {
    const { kept } = await open(undefined, {});
    await user.type(await screen.findByRole('textbox', { name: 'Save this content as' }), 'X{Enter}');
    expect(screen.getByText('There is no content to save yet.')).toBeVisible();
    expect(kept()).toEqual([]);
  });

  it('finds by name and by words, and uses what is found', async () => {
    const { used } = await open([copy('1', 'Spring', { subject: 'Tulips' }), copy('2', 'Autumn')]);
    await user.type(await screen.findByRole('searchbox', { name: 'Search the library' }), 'tulip');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Use “Spring” in this message' }));
    expect(used).toEqual([{ subject: 'Tulips' }]);
    await user.type(screen.getByRole('searchbox', { name: 'Search the library' }), 'xyz');
    expect(screen.getByText('No saved content has “tulipxyz” in it.')).toBeVisible();
  });

  it('renames', async () => {
    const { kept } = await open([copy('1', 'Spring')]);
    await user.click((await row('Spring')).getByRole('button', { name: 'Rename “Spring”' }));
    const box = screen.getByRole('textbox', { name: 'New name' });
    await user.clear(box);
    await user.type(box, 'Summer{Enter}');
    expect(await screen.findByText('It is called “Summer” now.')).toBeVisible();
    expect(kept()[0]).toEqual({ ...copy('1', 'Spring'), name: 'Summer' });
  });

  it('deletes, and puts back where it was', async () => {
    const all = [copy('1', 'Spring'), copy('2', 'Summer'), copy('3', 'Autumn')];
    const { kept } = await open(all);
    await user.click((await row('Summer')).getByRole('button', { name: 'Delete “Summer”' }));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(kept()).toEqual([all[0], all[2]]);
    expect(undo).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('“Summer” is back.')).toBeVisible();
    expect(kept()).toEqual(all);
  });

  it('builds on what another tab saved meanwhile', async () => {
    const { ports, kept } = await open([copy('1', 'Spring')]);
    await row('Spring');
    ports.kept.set('copyLibrary', [copy('1', 'Spring'), copy('2', 'Theirs')]);
    await user.type(screen.getByRole('textbox', { name: 'Save this content as' }), 'Mine{Enter}');
    expect(await row('Theirs')).toBeDefined();
    expect(kept().map(({ name }) => name)).toEqual(['Mine', 'Spring', 'Theirs']);
  });

  it('leaves out what is no saved content, and says so', async () => {
    await open([copy('1', 'Good'), { id: '2', name: 'Bad', content: { body: 7 } }, null]);
    expect(await screen.findByText('2 saved contents could not be read and are left out.')).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('says when a change could not be kept, and keeps the typed name', async () => {
    const { ports } = await open([]);
    ports.failing = 'The disk is full.';
    const box = await screen.findByRole('textbox', { name: 'Save this content as' });
    await user.type(box, 'Welcome{Enter}');
    expect(await screen.findByText('That did not work: The disk is full.')).toBeVisible();
    expect(box).toHaveValue('Welcome');
  });
});

it.each<[unknown, number, number]>([
  [undefined, 0, 0],
  ['text', 0, 1],
  [{ length: 3 }, 0, 1],
  [[copy('1', 'A'), copy('1', 'B')], 1, 1],
  [[{ ...copy('1', 'A'), content: { extra: true } }], 0, 1],
  [[copy('1', 'A', { variants: [{ id: 'b', name: 'B', subject: 'x' }] })], 1, 0],
])('of stored %j, %d are read and %d dropped', (kept, read, dropped) => {
  const found = readCopies(kept);
  expect([found.copies.length, found.dropped]).toEqual([read, dropped]);
});

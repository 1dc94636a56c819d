import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { App } from '../../../../src/app/App.tsx';
import { writePreference } from '../../../../src/ui/usePreference.ts';
import { commandJourney } from '../../../support/commandScenarios.ts';
import { openWorkspace } from '../../../support/renderApp.tsx';
import { EMAIL, WAIT } from '../../../support/smallJourney.ts';

beforeEach(() => {
  location.hash = '';
  writePreference('left', 'outline');
});

/** The outline with the keyboard on the line before the first note. */
async function open() {
  const { workspace } = await openWorkspace(commandJourney());
  render(<App workspace={workspace} />);
  await screen.findByRole('tree', { name: 'Outline of the journey' });
  const steps = within(tree())
    .getAllByRole('treeitem')
    .filter(({ dataset }) => !dataset['row']?.match(/^(note|group)\./));
  await userEvent.click(steps.at(-1)!);
  act(() => steps.at(-1)!.focus());
  return workspace.getState;
}

const tree = () => screen.getByRole('tree', { name: 'Outline of the journey' });
const section = () => within(tree()).getByRole('group', { name: 'Notes and groups' });
const note = () => within(section()).getByRole('treeitem', { name: /^Note\s*Read me$/ });
const group = () => within(section()).getByRole('treeitem', { name: /^Group\s*First\s*2 steps$/ });
const card = () => document.querySelector('.react-flow__node[data-id="note:note-1"]');

it('lists notes and groups below the steps, and the arrows walk on to them', async () => {
  const now = await open();
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(note()).toHaveFocus());
  expect(card()).toHaveClass('selected');
  expect(now().selection).toEqual([]);
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(group()).toHaveFocus());
  expect(now().selection).toEqual([EMAIL, WAIT]);
  expect(card()).not.toHaveClass('selected');
  await userEvent.keyboard('{ArrowUp}');
  await waitFor(() => expect(note()).toHaveFocus());
});

it('writes the note by Enter, and Escape comes back to its line', async () => {
  const now = await open();
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(note()).toHaveFocus());
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Text of the note' })).toHaveFocus());
  await userEvent.keyboard('Once more: {Escape}');
  await waitFor(() => expect(now().journey?.notes?.['note-1']?.text).toBe('Once more: Read me'));
  await waitFor(() =>
    expect(within(section()).getByRole('treeitem', { name: /^Note\s*Once more: Read me$/ })).toHaveFocus(),
  );
});

it('removes the note by Delete, not the steps, and the keyboard stays in the outline', async () => {
  const now = await open();
  await userEvent.keyboard('{ArrowDown}');
  await waitFor(() => expect(note()).toHaveFocus());
  await userEvent.keyboard('{Delete}');
  await waitFor(() => expect(now().journey?.notes ?? {}).toEqual({}));
  expect(Object.keys(now().journey?.steps ?? {})).toHaveLength(8);
  await waitFor(() => expect(tree()).toContainElement(document.activeElement as HTMLElement));
});

it('gives the group of the line its colour', async () => {
  const now = await open();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await waitFor(() => expect(group()).toHaveFocus());
  await userEvent.keyboard('t');
  const list = await screen.findByRole('dialog', { name: 'Colour' });
  await userEvent.click(within(list).getByRole('option', { name: 'Rose' }));
  await waitFor(() => expect(now().journey?.groups?.['group-1']?.tint).toBe('rose'));
});

it('opens a menu about the group where its line is pressed', async () => {
  const now = await open();
  fireEvent.contextMenu(group());
  await screen.findByRole('menu');
  expect(now().selection).toEqual([EMAIL, WAIT]);
});

it('where it is only read, a line leads to the note, and a group is shown without its form', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  const { workspace } = await openWorkspace(commandJourney());
  render(<App workspace={workspace} />);
  const outline = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Outline' }));
    await screen.findByRole('tree', { name: 'Outline of the journey' });
  };
  await outline();
  await userEvent.click(note());
  await waitFor(() => expect(screen.queryByRole('tree')).not.toBeInTheDocument());
  await waitFor(() => expect(card()).toHaveClass('selected'));
  await outline();
  await userEvent.click(group());
  await waitFor(() => expect(screen.queryByRole('tree')).not.toBeInTheDocument());
  expect(screen.queryByRole('region', { name: 'Properties' })).not.toBeInTheDocument();
});

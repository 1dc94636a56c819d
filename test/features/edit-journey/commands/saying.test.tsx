import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { App } from '../../../../src/app/App.tsx';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { writePreference } from '../../../../src/ui/usePreference.ts';
import { commandJourney } from '../../../support/commandScenarios.ts';
import { openWorkspace } from '../../../support/renderApp.tsx';
import { CHECK, EMAIL, ENTRY, WAIT } from '../../../support/smallJourney.ts';

beforeEach(() => {
  location.hash = '';
  localStorage.clear();
  writePreference('left', 'steps');
  writePreference('steps.recent', '');
});

/** The app with nothing said yet. */
async function open() {
  const { workspace } = await openWorkspace(commandJourney());
  render(
    <NoticesContext value={createNotices()}>
      <App workspace={workspace} />
    </NoticesContext>,
  );
  await screen.findByRole('application', { name: 'Journey canvas' });
  return workspace.getState;
}

const card = (id: string) =>
  document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`) ?? document.body;
const listed = (list: HTMLElement) =>
  within(list)
    .getAllByRole('option')
    .map((option) => option.querySelector('[dir]')?.textContent);

it('says what was copied, notes included', async () => {
  const now = await open();
  await userEvent.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(now().selection).toHaveLength(8));
  const clipboardData = { setData: () => undefined };
  fireEvent(
    document.body,
    Object.assign(new Event('copy', { bubbles: true, cancelable: true }), { clipboardData }),
  );
  expect(await screen.findByText(/^Copied 8 steps and 1 note\. Paste them here/)).toBeVisible();
});

it('says that a note stays outside of the group', async () => {
  const now = await open();
  await userEvent.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(now().selection).toHaveLength(8));
  await userEvent.keyboard('{Control>}g{/Control}');
  expect(await screen.findByText('Notes stay outside of groups.')).toBeVisible();
});

it('says nothing of notes where only steps are grouped', async () => {
  const now = await open();
  act(() => now().select([EMAIL, CHECK]));
  await userEvent.keyboard('{Control>}g{/Control}');
  await waitFor(() => expect(Object.keys(now().journey?.groups ?? {})).toContain('group-2'));
  expect(screen.queryByText('Notes stay outside of groups.')).not.toBeInTheDocument();
});

it('says why fewer steps are deleted than are selected, and only then', async () => {
  const now = await open();
  const why = () => screen.queryByText('Delete leaves the entry: without one nobody comes in.');
  act(() => now().select([ENTRY, EMAIL, WAIT]));
  expect(await screen.findByRole('button', { name: 'Delete 2 steps' })).toBeVisible();
  expect(why()).toBeVisible();
  act(() => now().select([EMAIL, WAIT]));
  await waitFor(() => expect(why()).not.toBeInTheDocument());
});

it('offers to replace a step by what it is not yet', async () => {
  const now = await open();
  act(() => now().select([EMAIL]));
  act(() => card(EMAIL).focus());
  await userEvent.keyboard('r');
  const list = await screen.findByRole('dialog', { name: 'Replace “Message” by' });
  expect(within(list).getByRole('combobox')).toHaveAttribute('placeholder', 'Replace by');
  expect(listed(list)).toContain('Wait');
  expect(listed(list)).not.toContain('Message');
  await userEvent.click(within(list).getByRole('combobox'));
  await userEvent.paste('message');
  expect(listed(list)).toContain('SMS message');
  expect(listed(list)).not.toContain('Email message');
});

it('finds a note on the canvas and selects it, and selects the steps of a group', async () => {
  const now = await open();
  const find = async (text: string) => {
    await userEvent.keyboard('{Control>}f{/Control}');
    const list = await screen.findByRole('dialog', { name: 'Find a step, a group or a note' });
    await userEvent.click(within(list).getByRole('combobox'));
    await userEvent.paste(text);
    await userEvent.keyboard('{Enter}');
  };
  await find('read me');
  await waitFor(() => expect(card('note:note-1')).toHaveClass('selected'));
  expect(now().selection).toEqual([]);
  await find('first');
  await waitFor(() => expect(now().selection).toEqual([EMAIL, WAIT]));
  expect(card('note:note-1')).not.toHaveClass('selected');
});

import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { openWorkspace } from '../support/renderApp.tsx';
import { smallJourney, WAIT } from '../support/smallJourney.ts';

beforeEach(() => {
  location.hash = '';
  localStorage.clear();
});

const LONG = { timeout: 30_000 };
const tour = () => screen.queryByRole('dialog', { name: 'Tour' });

/** The tour on its second stop. */
async function open() {
  const { workspace } = await openWorkspace();
  await workspace.getState().addJourney({ ...smallJourney('j-other'), name: 'Other journey' });
  await workspace.getState().openJourney(smallJourney().id);
  render(<App workspace={workspace} />);
  await screen.findByRole('application', { name: 'Journey canvas' });
  await userEvent.click(screen.getByRole('button', { name: 'Take the tour' }));
  await screen.findByRole('dialog', { name: 'Tour' }, LONG);
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  return workspace.getState;
}

it('ends by Escape while its own button has the focus, and the selection stays', async () => {
  const now = await open();
  act(() => now().select([WAIT]));
  expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(tour()).not.toBeInTheDocument());
  expect(now().selection).toEqual([WAIT]);
});

it('ends by Escape from a text box as well', async () => {
  await open();
  await userEvent.click(screen.getByRole('textbox', { name: 'Journey name' }));
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(tour()).not.toBeInTheDocument());
});

it('leaves Escape to a dialog that is open above it', async () => {
  await open();
  await userEvent.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'What would you like to do?' }, LONG);
  await userEvent.click(within(palette).getByRole('combobox'));
  await userEvent.keyboard('{Escape}');
  expect(tour()).toBeInTheDocument();
});

it('ends with another journey, and with another view, and does not come back', async () => {
  const now = await open();
  const other = now().library.find(({ name }) => name === 'Other journey');
  await act(() => now().openJourney(other!.id));
  await waitFor(() => expect(tour()).not.toBeInTheDocument());

  await userEvent.click(screen.getByRole('button', { name: 'Take the tour' }));
  await screen.findByRole('dialog', { name: 'Tour' }, LONG);
  await userEvent.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { name: 'Settings' }, LONG);
  await userEvent.click(screen.getByRole('link', { name: 'Design' }));
  await screen.findByRole('application', { name: 'Journey canvas' });
  expect(tour()).not.toBeInTheDocument();
});

it('starts from another view as well', async () => {
  const { workspace } = await openWorkspace();
  location.hash = '#/settings';
  render(<App workspace={workspace} />);
  await screen.findByRole('heading', { name: 'Settings' }, LONG);
  await userEvent.keyboard('{Control>}k{/Control}');
  const palette = await screen.findByRole('dialog', { name: 'What would you like to do?' }, LONG);
  await userEvent.click(within(palette).getByRole('combobox'));
  await userEvent.paste('tour');
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('dialog', { name: 'Tour' }, LONG)).toBeInTheDocument();
});

it('speaks of no keys where there is no keyboard', async () => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('matchMedia', () => ({
    matches: true,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  await open();
  for (let next = screen.queryByRole('button', { name: 'Next' }); next;) {
    expect(tour()).not.toHaveTextContent(/Ctrl|Tab|arrows|question mark/);
    await userEvent.click(next);
    next = screen.queryByRole('button', { name: 'Next' });
  }
  expect(screen.getByRole('button', { name: 'Start working' })).toBeInTheDocument();
});

import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { App } from '../../src/app/App.tsx';
import { reportOf } from '../support/fakePorts.ts';
import { openWorkspace } from '../support/renderApp.tsx';
import { EMAIL } from '../support/smallJourney.ts';

beforeEach(() => {
  location.hash = '';
  localStorage.clear();
});

async function open() {
  const opened = await openWorkspace();
  render(<App workspace={opened.workspace} />);
  await screen.findByRole('application', { name: 'Journey canvas' }).catch(() => undefined);
  return opened;
}

it('promises on the first screen that nothing can be sent, until that is put away', async () => {
  await open();
  expect(screen.getByText(/Nothing here can be sent/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Hide this line' }));
  expect(screen.queryByText(/Nothing here can be sent/)).not.toBeInTheDocument();
});

it('renames the journey where its name stands and keeps no empty name', async () => {
  const { workspace } = await open();
  const name = screen.getByRole('textbox', { name: 'Journey name' });
  await userEvent.clear(name);
  expect(workspace.getState().journey?.name).toBe('Small');
  await userEvent.tab();
  expect(name).toHaveValue('Small');
  expect(await screen.findByText('Give the journey a name.')).toBeInTheDocument();
  await userEvent.clear(name);
  await userEvent.type(name, 'Ängelholm 春');
  expect(workspace.getState().journey?.name).toBe('Ängelholm 春');
});

it('lets one type the name on when another tab had the journey meanwhile', async () => {
  const { workspace, ports } = await open();
  const refusal = Object.assign(new Error('Changed in another tab.'), { name: 'Conflict' });
  vi.spyOn(ports.journeys, 'append').mockRejectedValueOnce(refusal);
  const name = screen.getByRole('textbox', { name: 'Journey name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'S');
  await waitFor(() => expect(workspace.getState().keptApart).toBe('S (2)'));
  await userEvent.type(name, 'pring');
  expect(name).toHaveValue('Spring');
  await userEvent.tab();
  expect(name).toHaveValue('Spring');
  expect(workspace.getState().journey?.name).toBe('Spring');
});

it('keeps a journey’s name that is too long in its box, with the reason, until it is shortened or given up', async () => {
  const { workspace } = await open();
  const name = screen.getByRole('textbox', { name: 'Journey name' });
  await userEvent.clear(name);
  await userEvent.paste('n'.repeat(10_000));
  expect(name).toHaveValue('n'.repeat(10_000));
  expect(name).toBeInvalid();
  expect(name).toHaveAccessibleDescription(/^At most 1000 characters; this has 10000\. /);
  await userEvent.tab();
  expect(name).toHaveValue('n'.repeat(10_000));
  expect(workspace.getState().journey?.name).toBe('Small');
  await userEvent.type(name, '{Escape}');
  expect(name).toHaveValue('Small');
  expect(name).toBeValid();
  for (const odd of ['<b onclick="x">Bold</b>', '👩🏽‍🚀 Start', 'رسالة ترحيب', 'm'.repeat(1000)]) {
    await userEvent.clear(name);
    await userEvent.paste(odd);
    expect(workspace.getState().journey?.name).toBe(odd);
  }
});

it('undoes and redoes by key and by button', async () => {
  const { workspace } = await open();
  act(() => workspace.getState().edit({ type: 'removeSteps', ids: [EMAIL] }));
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(workspace.getState().journey?.steps[EMAIL]).toBeDefined();
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(workspace.getState().journey?.steps[EMAIL]).toBeUndefined();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(workspace.getState().journey?.steps[EMAIL]).toBeDefined();
});

it('says that everything is saved already, or why not and how to take it along', async () => {
  const { ports, workspace } = await open();
  await userEvent.keyboard('{Control>}s{/Control}');
  expect(await screen.findByText(/Already saved in this browser/)).toBeInTheDocument();
  ports.failing = 'There is no room left.';
  act(() => workspace.getState().edit({ type: 'rename', name: 'Kept' }));
  const alert = await screen.findByText('Not saved');
  expect(alert).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Download journey' }));
  expect(ports.saved[0]?.name).toBe('Kept.journey.json');
});

it('says that a setting could not be kept, and why', async () => {
  const { ports, workspace } = await open();
  ports.failing = 'The disk is full.';
  act(() => workspace.getState().changePolicies({ ...workspace.getState().policies, weekStart: 'sunday' }));
  expect(await screen.findByText(/it could not be kept: The disk is full\./)).toBeVisible();
  expect(workspace.getState().policies.weekStart).toBe('sunday');
});

it('runs all contacts, shows progress, and cancels at once', async () => {
  const { ports } = await open();
  await userEvent.click(screen.getByRole('button', { name: /^Run 100.000 contacts$/ }));
  expect(ports.runs_[0]?.request.contacts).toBe(100_000);
  act(() => ports.runs_[0]?.onProgress({ share: 0.37, secondsLeft: 4 }));
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '37');
  expect(screen.getByText(/37 %, 4.sec left/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Cancel run' }));
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument();
  expect(ports.runs_[0]?.cancelled).toBe(true);
});

it('says that a worker died, once for each, while the run goes on', async () => {
  const { ports } = await open();
  const words = /A worker died\. Its part of the run is simulated once more/;
  await userEvent.click(screen.getByRole('button', { name: /^Run 100.000 contacts$/ }));
  act(() => ports.runs_[0]?.onProgress({ share: 0.2 }));
  expect(screen.queryByText(words)).not.toBeInTheDocument();
  act(() => ports.runs_[0]?.onProgress({ share: 0.2, repeats: 1 }));
  expect(await screen.findByText(words)).toBeInTheDocument();
  // The newest notice stands last.
  await userEvent.click(screen.getAllByRole('button', { name: 'Dismiss' }).at(-1)!);
  act(() => ports.runs_[0]?.onProgress({ share: 0.5, repeats: 1 }));
  expect(screen.queryByText(words)).not.toBeInTheDocument();
  expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '50');
});

it('runs as many contacts with the luck that one chooses, and leads to the results', async () => {
  const { ports } = await open();
  await userEvent.click(screen.getByRole('button', { name: 'Choose how many contacts' }));
  const contacts = await screen.findByRole('textbox', { name: 'Contacts' });
  await userEvent.clear(contacts);
  await userEvent.type(contacts, '5000');
  await userEvent.clear(screen.getByRole('textbox', { name: 'Seed' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Seed' }), '42');
  await userEvent.click(screen.getByRole('button', { name: /^Run 5.000 contacts$/ }));
  expect(ports.runs_[0]?.request).toMatchObject({ contacts: 5000, seed: 42 });
  act(() => ports.runs_[0]?.answer.resolve({ ok: true, report: reportOf(7) }));
  await userEvent.click(await screen.findByRole('button', { name: 'See results' }));
  // The view is fetched first, which takes a busy machine a while.
  const heading = await screen.findByRole('heading', { name: 'Results of Small' }, { timeout: 30_000 });
  expect(heading).toBeInTheDocument();
  expect(location.hash).toBe('#/results');
});

it('says that there is no such page, and leads to the canvas', async () => {
  location.hash = '#/nowhere';
  await open();
  expect(await screen.findByText('There is no such page')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('link', { name: 'Go to the canvas' }));
  expect(await screen.findByRole('application', { name: 'Journey canvas' })).toBeInTheDocument();
});

it('calls the tab after the journey', async () => {
  const { workspace } = await open();
  expect(document.title).toBe('Small · Rehearsal');
  act(() => workspace.getState().edit({ type: 'rename', name: 'Spring' }));
  expect(document.title).toBe('Spring · Rehearsal');
});

it('gives the focus to the canvas when a journey was opened', async () => {
  location.hash = '#/journeys';
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Start empty' }, { timeout: 30_000 }));
  await waitFor(() => expect(screen.getByRole('application', { name: 'Journey canvas' })).toHaveFocus(), {
    timeout: 30_000,
  });
  await userEvent.click(screen.getByRole('link', { name: 'Settings' }));
  await userEvent.click(screen.getByRole('link', { name: 'Design' }));
  expect(screen.getByRole('link', { name: 'Design' })).toHaveFocus();
});

it('replaces a view that breaks by words and a download', async () => {
  const { workspace } = await open();
  const complain = console.error;
  console.error = () => undefined;
  try {
    const broken = { ...reportOf(1), totals: undefined } as never;
    act(() => workspace.setState({ forecast: { report: broken, pending: false, problems: [] } }));
    await waitFor(() => expect(screen.getByText('Something broke in this view')).toBeInTheDocument());
    expect(screen.getByRole('button', { name: 'Download journey' })).toBeInTheDocument();
  } finally {
    console.error = complain;
  }
});

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { EditJourneyView } from '../../../src/features/edit-journey/EditJourneyView.tsx';
import { reportOf } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';
import { CHECK, EMAIL, ENTRY } from '../../support/smallJourney.ts';

async function open() {
  const opened = await openWorkspace();
  renderIn(opened.workspace, <EditJourneyView />);
  return opened;
}

const report = reportOf(1240, {
  steps: [
    { id: ENTRY, kind: 'entry', name: 'Entry', entered: 100_000, inFlight: 0, exits: { next: 100_000 } },
    { id: EMAIL, kind: 'message', name: 'Email', entered: 100_000, inFlight: 0, exits: { next: 100_000 } },
    {
      id: CHECK,
      kind: 'check',
      name: 'Check',
      entered: 12_400,
      inFlight: 0,
      exits: { clicked: 400, noResponse: 12_000 },
    },
  ],
});

it('shows people, rates and the forecast when they arrive, and says how they were found', async () => {
  const { ports } = await open();
  expect(screen.getByText('The forecast appears here.')).toBeInTheDocument();
  await act(async () => {
    ports.forecasts[0]?.answer.resolve({ ok: true, report });
    await ports.forecasts[0]?.answer.promise;
  });
  expect(await screen.findByText(/12\.4.k in/)).toBeInTheDocument();
  expect(screen.getAllByText(/3\.2.% responded/)).not.toEqual([]);
  expect(screen.getByText(/20.000 of 100.000 contacts, scaled/)).toBeInTheDocument();
  const conversions = screen.getByRole('group', { name: 'Conversions' });
  expect(conversions).toHaveTextContent(/1.240/);
  expect(within(conversions).getAllByText(/1.230–1.250/)).not.toEqual([]);
});

it('adds a palette step behind the open exit of the selected step', async () => {
  const { workspace } = await open();
  act(() => workspace.getState().select([CHECK]));
  await userEvent.click(screen.getByRole('button', { name: 'Add Goal' }));
  const { journey, selection } = workspace.getState();
  const [added] = selection;
  expect(added && journey?.steps[added]?.kind).toBe('goal');
  expect(Object.values(journey?.links[CHECK] ?? {})).toContain(added);
});

it('offers a searchable list at an open exit, keyboard first', async () => {
  const { workspace } = await open();
  const [plus] = screen.getAllByRole('button', { name: /^Add a step after/ });
  // Not userEvent: without layout, pressing a port would draw a link to nowhere.
  if (plus) fireEvent.click(plus);
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Search steps' })).toHaveFocus());
  await userEvent.keyboard('sms{Enter}');
  const { journey, selection } = workspace.getState();
  expect(selection[0] && journey?.steps[selection[0]]).toMatchObject({ kind: 'message', channel: 'sms' });
});

it('shows the form of the selected step, changes it, and deletes it', async () => {
  const { workspace } = await open();
  act(() => workspace.getState().select([EMAIL]));
  const panel = screen.getByRole('region', { name: 'Properties' });
  const name = await within(panel).findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'Hello');
  expect(workspace.getState().journey?.steps[EMAIL]?.name).toBe('Hello');
  await userEvent.click(within(panel).getByRole('button', { name: 'Delete step' }));
  expect(workspace.getState().journey?.steps[EMAIL]).toBeUndefined();
  expect(screen.queryByRole('region', { name: 'Properties' })).not.toBeInTheDocument();
});

it('removes what is selected with Delete and offers it back', async () => {
  const { workspace } = await open();
  act(() => workspace.getState().select([EMAIL]));
  await userEvent.keyboard('{Delete}');
  expect(workspace.getState().journey?.steps[EMAIL]).toBeUndefined();
  act(() => workspace.getState().undo());
  expect(workspace.getState().journey?.steps[EMAIL]).toBeDefined();
});

it('lists problems and leads to their step', async () => {
  const { workspace } = await open();
  await userEvent.click(screen.getByRole('button', { name: /problems?$/ }));
  const list = screen.getByRole('region', { name: 'Problems' });
  const [link] = within(list).getAllByRole('button', { name: 'Engagement check' });
  if (link) await userEvent.click(link);
  expect(workspace.getState().selection).toEqual([CHECK]);
});

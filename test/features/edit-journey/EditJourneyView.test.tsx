import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { EditJourneyView } from '../../../src/features/edit-journey/EditJourneyView.tsx';
import { createNotices, NoticesContext } from '../../../src/ui/notices.ts';
import { finishedRun, reportOf } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';
import { CHECK, EMAIL, ENTRY, smallJourney } from '../../support/smallJourney.ts';

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

it('keeps the only entry and says so', async () => {
  const { workspace } = await openWorkspace();
  const notices = createNotices();
  renderIn(
    workspace,
    <NoticesContext value={notices}>
      <EditJourneyView />
    </NoticesContext>,
  );
  act(() => workspace.getState().select([ENTRY]));
  await userEvent.keyboard('{Delete}');
  expect(workspace.getState().journey?.steps[ENTRY]).toBeDefined();
  expect(notices.shown().at(-1)?.words).toMatch(/^The entry stays/);
});

it('offers an entry only while there is none, and leads it to the first step', async () => {
  const { workspace } = await open();
  expect(screen.queryByRole('button', { name: 'Add Entry' })).not.toBeInTheDocument();
  act(() => workspace.getState().edit({ type: 'removeSteps', ids: [ENTRY] }));
  await userEvent.click(screen.getByRole('button', { name: 'Add Entry' }));
  const { journey, selection } = workspace.getState();
  const [added] = selection;
  expect(added && journey?.steps[added]?.kind).toBe('entry');
  expect(added && journey?.links[added]).toEqual({ next: EMAIL });
});

it('selects all steps with Ctrl+A, but the text of a box while that is typed in', async () => {
  const { workspace } = await open();
  await userEvent.click(screen.getByRole('searchbox', { name: 'Search steps' }));
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(workspace.getState().selection).toEqual([]);
  act(() => screen.getByRole('application', { name: 'Journey canvas' }).focus());
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(workspace.getState().selection).toHaveLength(4);
});

it('says after a full run that the cards show the forecast, and leads to the run', async () => {
  const { workspace } = await open();
  act(() => workspace.setState({ forecast: { report, pending: false, problems: [] } }));
  expect(screen.queryByText(/The cards show/)).not.toBeInTheDocument();
  const run = finishedRun(smallJourney(), reportOf(9, { contacts: 64_000 }));
  act(() => workspace.setState({ run: { kind: 'finished', run } }));
  expect(screen.getByText(/The cards show the forecast of 20.000 contacts/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: /See the run of 64.000/ })).toHaveAttribute('href', '#/results');
});

it('calls a new step what its kind is called everywhere', async () => {
  const { workspace } = await open();
  act(() => workspace.getState().select([CHECK]));
  await userEvent.click(screen.getByRole('button', { name: 'Add Channel escalation' }));
  const { journey, selection } = workspace.getState();
  expect(selection[0] && journey?.steps[selection[0]]?.name).toBe('Channel escalation');
});

it('lists problems and leads to their step', async () => {
  const { workspace } = await open();
  await userEvent.click(screen.getByRole('button', { name: /problems?$/ }));
  const list = screen.getByRole('region', { name: 'Problems' });
  const [link] = within(list).getAllByRole('button', { name: 'Engagement check' });
  if (link) await userEvent.click(link);
  expect(workspace.getState().selection).toEqual([CHECK]);
});

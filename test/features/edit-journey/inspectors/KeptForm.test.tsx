import { act, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { I18nextProvider } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import { Inspector } from '../../../../src/features/edit-journey/Inspector.tsx';
import { i18n } from '../../../../src/i18n/i18n.ts';
import type { AudienceSchema } from '../../../../src/audience/audience.ts';
import { journeyId, stepId } from '../../../../src/journey/ids.ts';
import type { Journey, StepId } from '../../../../src/journey/journey.ts';
import { days, MINUTES_PER_DAY } from '../../../../src/journey/units.ts';
import type { Step } from '../../../../src/journey/steps/index.ts';
import { createNotices, NoticesContext, type Notices } from '../../../../src/ui/notices.ts';
import { useWorkspace, WorkspaceContext } from '../../../../src/state/useWorkspace.ts';
import { step } from '../../../support/draftJourney.ts';
import { branches, chain, mail, waitDays } from '../../../support/doubtfulJourneys.ts';
import { openWorkspace, type OpenWorkspace } from '../../../support/renderApp.tsx';

const user = userEvent.setup();
const box = (name: string) => screen.getByRole('textbox', { name });

function Form() {
  const journey = useWorkspace((workspace) => workspace.journey);
  return journey ? <Inspector journey={journey} onClose={vi.fn()} /> : null;
}

interface Open extends OpenWorkspace {
  readonly notices: Notices;
  readonly select: (id: string) => void;
  readonly stepOf: (id: string) => Step | undefined;
}

async function open(journey: Journey): Promise<Open> {
  const opened = await openWorkspace(journey);
  const notices = createNotices();
  const { workspace } = opened;
  render(
    <I18nextProvider i18n={i18n}>
      <WorkspaceContext value={workspace}>
        <NoticesContext value={notices}>
          <div data-form>
            <Form />
          </div>
        </NoticesContext>
      </WorkspaceContext>
    </I18nextProvider>,
  );
  const ids = (id: string): readonly StepId[] => (id === '' ? [] : [stepId(id)]);
  return {
    ...opened,
    notices,
    select: (id) => act(() => workspace.getState().select(ids(id))),
    stepOf: (id) => workspace.getState().journey?.steps[stepId(id)],
  };
}

const journey = chain({ a: { ...waitDays(2), name: 'Two days' }, m: mail });

async function typeRefused(text: string, name = 'How long'): Promise<void> {
  await user.clear(box(name));
  if (text !== '') await user.paste(text);
}

it('what a field refused is told when another step is selected, and is there with its reason on coming back', async () => {
  const { notices, select, stepOf } = await open(journey);
  select('a');
  await typeRefused('-3');
  select('m');
  const [told] = notices.shown();
  expect(told?.words).toMatch(/^“-3” is not taken over as “How long” of “Two days”/);
  act(() => told?.action?.run());
  expect(box('How long')).toHaveValue('-3');
  expect(box('How long')).toBeInvalid();
  expect(screen.getByRole('alert')).toHaveTextContent('Enter 0 or more.');
  await vi.waitFor(() => expect(box('How long')).toHaveFocus());
  expect(notices.shown()).toEqual([]);
  expect(stepOf('a')).toMatchObject({ until: { minutes: 2 * MINUTES_PER_DAY } });
});

it('a text that is mended, or taken in the meantime, is not told of', async () => {
  const { notices, select, stepOf } = await open(journey);
  select('a');
  await typeRefused('x');
  await typeRefused('5');
  select('m');
  expect(notices.shown()).toEqual([]);
  expect(stepOf('a')).toMatchObject({ until: { minutes: days(5) } });
  select('a');
  expect(box('How long')).toHaveValue('5');
});

it('a field that was left empty keeps its value and says so', async () => {
  const { notices, select } = await open(journey);
  select('a');
  await typeRefused('', 'Name');
  select('');
  expect(notices.shown()[0]?.words).toMatch(/“Name” of “Two days” was left empty, so it keeps its value/);
  select('a');
  expect(box('Name')).toHaveValue('');
  expect(screen.getByText('Give the step a name.')).toBeVisible();
});

it('a fraction of a minute is refused like any other number', async () => {
  const { notices, select } = await open(journey);
  select('a');
  await typeRefused('0.00001');
  await user.tab();
  expect(box('How long')).toHaveValue('0.00001');
  expect(screen.getByRole('alert')).toHaveTextContent('Durations are whole minutes.');
  select('m');
  expect(notices.shown()).toHaveLength(1);
});

it('the journey’s own form keeps what it refused, too', async () => {
  const { notices, select } = await open(journey);
  await typeRefused('n'.repeat(1001), 'Name');
  select('a');
  expect(notices.shown()[0]?.words).toMatch(/^“n{40}…” is not taken over as “Name” in the journey settings/);
  select('');
  expect(box('Name')).toHaveValue('n'.repeat(1001));
});

it('rows called alike keep each its own text, and a removed row takes its text along', async () => {
  const arms = ['a', 'b', 'c'].map((id) => ({ id, name: `Arm ${id}`, weight: 1 }));
  const { select } = await open(chain({ x: step('experiment', { arms }), m: mail }));
  const names = () =>
    screen
      .getAllByRole('group', { name: /^arm / })
      .map((row) => within(row).getAllByRole<HTMLInputElement>('textbox')[0]);
  const texts = () => names().map((name) => name?.value);
  select('x');
  for (const [at, text] of ['Arm a', '', ' '].entries()) {
    const name = names()[at];
    if (!name || at === 0) continue;
    await user.clear(name);
    if (text !== '') await user.type(name, text);
  }
  select('m');
  select('x');
  expect(texts()).toEqual(['Arm a', '', ' ']);
  await user.click(screen.getByRole('button', { name: /^Remove .*Arm b/ }));
  expect(texts()).toEqual(['Arm a', ' ']);
  select('m');
  select('x');
  expect(texts()).toEqual(['Arm a', ' ']);
});

const audience: AudienceSchema = {
  rows: 100,
  columns: [
    { name: 'lifetime_value', type: 'number' },
    { name: 'last_order', type: 'date', precision: 'day' },
    { name: 'intent', type: 'category', values: ['low', 'high'] },
  ],
  roles: {},
  zones: [],
};

const split = branches({ kind: 'column', column: 'lifetime_value', operator: 'atLeast', value: 10 });

it('what the value of one column refused is not what the value of another shows', async () => {
  const { workspace, select } = await open(split);
  act(() => workspace.setState({ schema: audience }));
  select('m');
  const column = () => screen.getByRole('combobox', { name: 'Column' });
  await typeRefused('', 'Value');
  await user.selectOptions(column(), 'last_order');
  await user.selectOptions(column(), 'intent');
  const value = screen.getByRole('combobox', { name: 'Value' });
  expect(value).toHaveValue('low');
  expect(value).not.toBeInvalid();
});

it('a refused text goes when undo puts another value in force, and is not back with the old one', async () => {
  const { workspace, select } = await open(journey);
  select('a');
  await typeRefused('5');
  await typeRefused('-3');
  act(() => workspace.getState().undo());
  expect(box('How long')).toHaveValue('2');
  expect(box('How long')).not.toBeInvalid();
  act(() => workspace.getState().redo());
  expect(box('How long')).toHaveValue('5');
});

it('a refused text is not there again when its value changed while the form was closed', async () => {
  const { notices, workspace, select } = await open(journey);
  select('a');
  await typeRefused('5');
  await typeRefused('-3');
  select('m');
  act(() => workspace.getState().undo());
  const [told] = notices.shown();
  act(() => told?.action?.run());
  expect(box('How long')).toHaveValue('2');
  expect(box('How long')).not.toBeInvalid();
  await vi.waitFor(() => expect(box('Name')).toHaveFocus());
});

it('a refused text in another unit than the usual one is there again', async () => {
  const { select } = await open(journey);
  select('a');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Unit of How long' }), 'hours');
  await typeRefused('48');
  await typeRefused('-3');
  select('m');
  select('a');
  expect(box('How long')).toHaveValue('-3');
});

it('what is told of a form goes when its journey is left or its step is deleted', async () => {
  const { notices, workspace, select } = await open(journey);
  select('a');
  await typeRefused('-3');
  select('m');
  expect(notices.shown()).toHaveLength(1);
  act(() => workspace.getState().edit({ type: 'removeSteps', ids: [stepId('a')] }));
  expect(notices.shown()).toEqual([]);
  act(() => workspace.getState().undo());
  select('m');
  await typeRefused('', 'Name');
  select('a');
  expect(notices.shown()).toHaveLength(1);
  await act(() => workspace.getState().addJourney({ ...journey, id: journeyId('other') }));
  expect(notices.shown()).toEqual([]);
});

it('going back leads from another view to the design, and opens the fold around the box', async () => {
  const { notices, select } = await open(journey);
  select('a');
  await typeRefused('0', 'Loop limit of this step');
  select('m');
  window.history.pushState(null, '', '/results');
  act(() => notices.shown()[0]?.action?.run());
  expect(window.location.pathname).toBe('/');
  await vi.waitFor(() => expect(box('Loop limit of this step')).toHaveFocus());
  expect(box('Loop limit of this step').closest('details')).toHaveAttribute('open');
});

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { EditJourneyView } from '../../../../src/features/edit-journey/EditJourneyView.tsx';
import { linkId } from '../../../../src/features/edit-journey/linkEdges.ts';
import type { LitMoment, LitWay } from '../../../../src/state/litWay.ts';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { CHECK, EMAIL, ENTRY, smallJourney, WAIT } from '../../../support/smallJourney.ts';

const moment = (step: LitMoment['step'], time: string, more: Partial<LitMoment> = {}): LitMoment => ({
  step,
  exit: 'next',
  time,
  unsent: undefined,
  lines: [{ time: `2 Mar, ${time}`, words: `Comes at ${time}`, why: undefined, odds: [] }],
  ...more,
});

const moments = [
  moment(ENTRY, 'Mon 09:00'),
  moment(EMAIL, 'Mon 09:01', {
    lines: [
      {
        time: '2 Mar, 09:01',
        words: 'Email is sent',
        why: 'It was due',
        odds: [{ name: 'Opens', chance: '20 % chance', luck: 'luck drew 7 %: yes', happens: true }],
      },
    ],
  }),
  moment(EMAIL, 'Wed 09:01', { exit: undefined, unsent: 'Quiet hours' }),
];

async function open() {
  const { workspace } = await openWorkspace(smallJourney());
  const notices = createNotices();
  renderIn(
    workspace,
    <NoticesContext value={notices}>
      <EditJourneyView />
    </NoticesContext>,
  );
  const { journey } = workspace.getState();
  const way: LitWay = { journey: journey!, whose: 'Contact 7', moments, story: { part: '7' } };
  act(() => workspace.getState().lightWay(way));
  await screen.findByRole('region', { name: 'Her way: Contact 7' });
  return { workspace, notices, user: userEvent.setup() };
}

beforeEach(() => window.history.replaceState(null, '', '/'));

const bar = () => screen.getByRole('region', { name: 'Her way: Contact 7' });
const card = (id: string) => document.querySelector<HTMLElement>(`.react-flow__node[data-id="${id}"]`)!;
const marked = (mark: string) =>
  [...document.querySelectorAll<HTMLElement>(`.react-flow__node[data-${mark}]`)].map(
    ({ dataset }) => dataset['id'],
  );

describe('a way on the canvas', () => {
  it('says on each step when she came, both times where she came twice, and what was not sent', async () => {
    await open();
    await waitFor(() => expect(card(ENTRY)).toHaveTextContent('1 · Mon 09:00'));
    expect(card(EMAIL)).toHaveTextContent('2 · Mon 09:01');
    expect(card(EMAIL)).toHaveTextContent('3 · Wed 09:01');
    expect(card(EMAIL)).toHaveTextContent('Not sent: Quiet hours');
    expect(card(WAIT)).not.toHaveTextContent(/\d · /);
  });

  it('dims what she does not come to, and marks where the moment is', async () => {
    await open();
    expect(marked('faint')).toEqual([WAIT, CHECK]);
    expect(marked('current')).toEqual([ENTRY]);
  });

  it('goes from moment to moment by keys and buttons, and stops at both ends', async () => {
    const { user } = await open();
    expect(within(bar()).getByRole('button', { name: /^Next moment/ })).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(bar()).toHaveTextContent('Moment 1 of 3');
    await user.keyboard('{ArrowRight}');
    expect(bar()).toHaveTextContent('Moment 2 of 3');
    expect(marked('current')).toEqual([EMAIL]);
    expect(bar()).toHaveTextContent('Opens: 20 % chance, luck drew 7 %: yes');
    await user.click(within(bar()).getByRole('button', { name: /^Next moment/ }));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(bar()).toHaveTextContent('Moment 3 of 3');
    await user.click(within(bar()).getByRole('button', { name: /^Previous moment/ }));
    expect(bar()).toHaveTextContent('Moment 2 of 3');
  });

  it('is read out once keys have come to rest', async () => {
    const { user } = await open();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    const status = within(bar()).getByRole('status');
    expect(status).toHaveTextContent(/^Moment 1 of 3/);
    await waitFor(() =>
      expect(status).toHaveTextContent(/^Moment 3 of 3: Wed 09:01 · .+ Comes at Wed 09:01$/),
    );
  });

  it('leads back to her story and keeps what is needed to tell it', async () => {
    const { workspace, user } = await open();
    await user.click(within(bar()).getByRole('button', { name: 'Back to her story' }));
    expect(window.location.pathname).toBe('/results/contacts/7');
    expect(workspace.getState().way?.story.part).toBe('7');
  });

  it('goes out with Escape, which gives everything back', async () => {
    const { workspace, user } = await open();
    await user.keyboard('{Escape}');
    expect(workspace.getState().way).toBeUndefined();
    expect(screen.getByRole('region', { name: 'Forecast' })).toBeInTheDocument();
    expect(marked('faint')).toEqual([]);
    expect(marked('current')).toEqual([]);
    expect(card(EMAIL)).not.toHaveTextContent('Mon 09:01');
    expect(screen.getByRole('application', { name: 'Journey canvas' })).toHaveFocus();
  });

  it('goes out when the journey is edited, and says why; a card that is moved leaves it lit', async () => {
    const { workspace, notices } = await open();
    act(() => workspace.getState().edit({ type: 'moveSteps', to: { [WAIT]: { x: 700, y: 80 } } }));
    expect(bar()).toBeInTheDocument();
    act(() => workspace.getState().edit({ type: 'disconnect', from: EMAIL, exit: 'next' }));
    await waitFor(() => expect(workspace.getState().way).toBeUndefined());
    expect(notices.shown().map(({ words }) => words)).toEqual([
      expect.stringMatching(/^Her way is no longer lit/),
    ]);
  });

  it('goes out without a word when another journey is opened', async () => {
    const { workspace, notices } = await open();
    await act(() => workspace.getState().addJourney(smallJourney('j-other')));
    await waitFor(() => expect(workspace.getState().way).toBeUndefined());
    expect(notices.shown()).toEqual([]);
  });

  it('makes room for the player', async () => {
    const { workspace, user } = await open();
    await user.click(screen.getByRole('button', { name: 'Play the run' }));
    await screen.findByRole('region', { name: 'Player' });
    expect(workspace.getState().way).toBeUndefined();
  });
});

it('lights the links that she took', async () => {
  await open();
  const edges = [...document.querySelectorAll<HTMLElement>('.react-flow__edge')];
  const lit = edges.filter(({ dataset }) => 'lit' in dataset).map(({ dataset }) => dataset['id']);
  expect(lit).toEqual([linkId(ENTRY, 'next'), linkId(EMAIL, 'next')]);
});

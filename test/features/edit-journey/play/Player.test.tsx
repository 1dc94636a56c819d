import { readFileSync } from 'node:fs';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { arrivedBy, countsAt, type Playback } from '../../../../src/analytics/playback.ts';
import { EditJourneyView } from '../../../../src/features/edit-journey/EditJourneyView.tsx';
import type { PlaybackOutcome } from '../../../../src/state/ports.ts';
import { createNotices, NoticesContext } from '../../../../src/ui/notices.ts';
import { parseJourney } from '../../../../src/journey/format.ts';
import { reportOf } from '../../../support/fakePorts.ts';
import { play } from '../../../support/played.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';

const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
if (!parsed.ok) throw new Error('the sample does not parse');
const { journey } = parsed;
const run = play(journey, { rows: 100_000, contacts: 300 });
if (!run) throw new Error('the sample cannot run');
const { playback } = run;
const DAY = 1440;

beforeEach(() => {
  // jsdom has no pixels; what is painted is looked at in a browser.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});

async function open() {
  const opened = await openWorkspace(journey);
  const notices = createNotices();
  renderIn(
    opened.workspace,
    <NoticesContext value={notices}>
      <EditJourneyView />
    </NoticesContext>,
  );
  await act(async () => {
    opened.ports.forecasts[0]?.answer.resolve({ ok: true, report: reportOf(5) });
    await opened.ports.forecasts[0]?.answer.promise;
  });
  await userEvent.click(screen.getByRole('button', { name: 'Play the run' }));
  await screen.findByRole('region', { name: 'Player' });
  return { ...opened, notices };
}

async function answer(ports: Awaited<ReturnType<typeof open>>['ports'], outcome: PlaybackOutcome) {
  await act(async () => {
    ports.playbacks[0]?.answer.resolve(outcome);
    await ports.playbacks[0]?.answer.promise;
  });
}

async function playing(of: Playback = playback) {
  const opened = await open();
  await answer(opened.ports, { ok: true, playback: of });
  return opened;
}

const scrubber = () => screen.getByRole('slider', { name: 'Time of the run' });
const scrubTo = (minute: number) => fireEvent.change(scrubber(), { target: { value: String(minute) } });
const onCards = () =>
  [...document.querySelectorAll<HTMLElement>('.react-flow__node')].map((card) => [
    card.dataset['id'],
    card.querySelector('[data-here]')?.textContent,
  ]);
const standingAt = (minute: number) =>
  Object.keys(journey.steps).map((id) => {
    const place = playback.steps.findIndex((step) => step.id === id);
    const isLast = playback.steps[place]?.exits.length === 0;
    const words = isLast
      ? `${arrivedBy(playback, place, minute)} left here`
      : `${countsAt(playback, minute)[place]} here`;
    return [id, words];
  });
const follow = () => userEvent.click(screen.getByRole('button', { name: 'Follow one contact' }));
const panel = () => screen.getByRole('region', { name: 'Follow one contact' });

describe('the player', () => {
  it('asks for 2 000 contacts with the forecast’s luck and says what is shown', async () => {
    const { ports } = await playing();
    expect(ports.playbacks[0]?.request).toMatchObject({
      contacts: 2_000,
      seed: ports.forecasts[0]?.request.seed,
    });
    expect(await screen.findByText(/^Playing 300 of 100.000 contacts · Sample audience$/)).toBeVisible();
    expect(screen.queryByText(/Approximate/)).toBeNull();
  });

  it('shows on each card how many stand there at the time of the scrubber', async () => {
    await playing();
    for (const minute of [0, 90, 1 * DAY, 3 * DAY, 5 * DAY + 77, 12 * DAY, playback.endMinute]) {
      scrubTo(minute);
      expect(onCards()).toEqual(standingAt(minute));
    }
  });

  it('says the date and the day at the scrubber, which arrow keys move by the hour', async () => {
    await playing();
    scrubTo(2 * DAY + 20);
    const { epoch } = playback;
    expect(scrubber()).toHaveAttribute('aria-valuetext', expect.stringMatching(/day 3 of 90$/));
    fireEvent.keyDown(scrubber(), { key: 'ArrowRight' });
    expect(scrubber()).toHaveValue(String(2 * DAY + 60));
    fireEvent.keyDown(scrubber(), { key: 'ArrowLeft' });
    expect(scrubber()).toHaveValue(String(2 * DAY));
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: journey.settings.zone,
      hour: '2-digit',
      minute: '2-digit',
    });
    const time = local.format((epoch + 2 * DAY) * 60_000);
    expect(scrubber()).toHaveAttribute('aria-valuetext', expect.stringContaining(time));
  });

  it('goes on in steps once a second for those who want no movement, until Space pauses it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const opened = await playing();
    const at = () => Number((scrubber() as HTMLInputElement).value);
    const start = at();
    act(() => void vi.advanceTimersByTime(1000));
    expect(at()).toBeGreaterThanOrEqual(start + DAY);
    expect(onCards()).toEqual(standingAt(at()));
    fireEvent.keyDown(document.body, { key: ' ' });
    const paused = at();
    act(() => void vi.advanceTimersByTime(5000));
    expect(at()).toBe(paused);
    expect(opened.ports.playbacks).toHaveLength(1);
    vi.useRealTimers();
  });

  it('keeps the canvas as it is: no key, no palette and no form changes the journey', async () => {
    const { workspace } = await playing();
    expect(screen.queryByRole('button', { name: 'Journey settings' })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Add Message', hidden: true }).closest('[inert]'),
    ).not.toBeNull();
    expect(screen.queryByRole('button', { name: /^Add a step after/ })).toBeNull();
    const before = workspace.getState().journey;
    const card = document.querySelector<HTMLElement>('.react-flow__node[data-id]');
    act(() => card?.focus());
    for (const key of ['Delete', 'Tab', 'a', 'd', 'Enter', 's', 'p'])
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(workspace.getState().journey).toBe(before);
    expect(screen.queryByRole('region', { name: 'Properties' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Problems' })).toBeNull();
  });

  it('closes by Escape: the forecast is back on the cards and below them', async () => {
    await playing();
    expect(screen.queryByRole('region', { name: 'Forecast' })).toBeNull();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('region', { name: 'Forecast' })).toBeVisible();
    expect(document.querySelector('[data-here]')).toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Play the run' })).toHaveFocus());
  });

  it('ends when the journey or the audience becomes another, and says so', async () => {
    for (const change of ['journey', 'audience'] as const) {
      const { workspace, notices, ports } = await playing();
      await act(async () => {
        const state = workspace.getState();
        if (change === 'journey')
          state.edit({ type: 'changeSettings', settings: { ...journey.settings, maxPasses: 3 } });
        else await state.chooseAudience({ kind: 'sample', rows: 500 });
      });
      expect(screen.queryByRole('region', { name: 'Player' })).toBeNull();
      expect(notices.shown().map(({ words }) => words)).toContain(
        'The player closed: the journey or the audience was changed.',
      );
      expect(ports.playbacks).toHaveLength(1);
      document.body.replaceChildren();
    }
  });

  it('says that a sample is only near where contacts share something', async () => {
    await playing({ ...playback, approximate: ['agents'] });
    expect(screen.getByText('Approximate: run to know')).toHaveAccessibleDescription(/Contacts share agents/);
  });
});

describe('where there is nothing to play', () => {
  it.each<[string, PlaybackOutcome, RegExp]>([
    [
      'because the journey cannot run',
      {
        ok: false,
        problems: [{ code: 'x', severity: 'error', words: 'This check has no window.', values: {} }],
      },
      /^Nothing to play: This check has no window\.$/,
    ],
    [
      'because the audience is empty',
      { ok: true, playback: { ...playback, people: new Uint32Array(0) } },
      /has no contacts/,
    ],
    [
      'because nobody enters',
      { ok: true, playback: { ...playback, entryMinutes: new Int32Array(0) } },
      /none of these contacts enters the journey/,
    ],
  ])('it says so: %s', async (_, outcome, words) => {
    const { ports } = await open();
    await answer(ports, outcome);
    expect(within(screen.getByRole('region', { name: 'Player' })).getByRole('status')).toHaveTextContent(
      words,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Close the player' }));
    expect(screen.queryByRole('region', { name: 'Player' })).toBeNull();
  });

  it('it says why when the simulator stops', async () => {
    const { ports } = await open();
    await act(async () => {
      ports.playbacks[0]?.answer.reject(new Error('The simulation stopped: out of memory.'));
      await ports.playbacks[0]?.answer.promise.catch(() => undefined);
    });
    expect(
      screen.getByText('The run could not be played: The simulation stopped: out of memory.'),
    ).toBeVisible();
  });
});

describe('following one contact', () => {
  it('finds her by number, tells her story to the end, and goes where a line is pressed', async () => {
    await playing();
    await follow();
    const number = (playback.people[7] ?? 0) + 1;
    await userEvent.type(within(panel()).getByRole('searchbox', { name: 'Contact number' }), String(number));
    const [first] = within(panel()).getAllByRole('button', { name: /^Contact/ });
    if (first) await userEvent.click(first);
    const lines = within(within(panel()).getByRole('list')).getAllByRole('button');
    expect(lines[0]).toHaveTextContent('Enters the journey');
    expect(lines.some((line) => /Leaves the journey|Is still at/.test(line.textContent))).toBe(true);
    const visited = new Set([...playback.visits.step].filter((_, row) => playback.visits.contact[row] === 7));
    const dimmed = [...document.querySelectorAll<HTMLElement>('.react-flow__node[data-dimmed]')];
    expect(dimmed).toHaveLength(playback.steps.length - visited.size);
    for (const line of [...lines].reverse().slice(0, 5)) {
      await userEvent.click(line);
      expect(within(panel()).getAllByRole('button', { current: 'time' })).toHaveLength(1);
    }
    const { from, minute } = playback.stories;
    const last = minute[(from[8] ?? 0) - 1];
    if (lines.at(-1)) await userEvent.click(lines.at(-1)!);
    expect(Number((scrubber() as HTMLInputElement).value)).toBeGreaterThanOrEqual(last ?? NaN);
    expect(lines.at(-1)).toHaveAttribute('aria-current', 'time');
    await userEvent.click(within(panel()).getByRole('button', { name: 'Choose another contact' }));
    expect(document.querySelector('[data-dimmed]')).toBeNull();
  });

  it('lists those who converted, says when a number is nobody’s, and takes somebody at random', async () => {
    await playing();
    await follow();
    await userEvent.selectOptions(within(panel()).getByRole('combobox', { name: 'Show first' }), 'Converted');
    for (const line of within(panel()).getAllByRole('button', { name: /^Contact/ }))
      expect(line).toHaveTextContent('converted');
    await userEvent.type(within(panel()).getByRole('searchbox'), '777777');
    expect(within(panel()).getByText(/Contact 777777 is not among those/)).toBeVisible();
    await userEvent.click(within(panel()).getByRole('button', { name: 'Somebody at random' }));
    expect(within(panel()).getByRole('list', { name: /^Story of contact/ })).toBeVisible();
  });

  it('ends by Escape before the player does', async () => {
    await playing();
    await follow();
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('region', { name: 'Follow one contact' })).toBeNull();
    expect(screen.getByRole('region', { name: 'Player' })).toBeVisible();
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CompareView } from '../../../src/features/compare-runs/CompareView.tsx';
import { keyOf } from '../../../src/features/compare-runs/scenarios/scenario.ts';
import { FRESH_SEEDS, LOOKS } from '../../../src/features/compare-runs/sweep/runSweep.ts';
import { createNotices, NoticesContext } from '../../../src/ui/notices.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { SimulationOutcome } from '../../../src/state/ports.ts';
import { reportOf, type FakePorts } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';
import { CHECK, smallJourney, WAIT } from '../../support/smallJourney.ts';

const FASTER = { id: 's-1', name: 'Faster', changes: [{ parameter: `${WAIT}.wait`, value: 60 }] };
const notices = createNotices();

async function open(place: string, before: (ports: FakePorts) => void = () => undefined) {
  const opened = await openWorkspace();
  before(opened.ports);
  renderIn(
    opened.workspace,
    <NoticesContext value={notices}>
      <CompareView place={place} />
    </NoticesContext>,
  );
  await act(async () => {
    await Promise.resolve();
  });
  return opened;
}

const keepFaster = (ports: FakePorts) => void ports.kept.set(keyOf(smallJourney().id), [FASTER]);
const kept = (ports: FakePorts) => ports.kept.get(keyOf(smallJourney().id));
const ran = (conversions: number): SimulationOutcome => ({ ok: true, report: reportOf(conversions) });

async function answer(ports: FakePorts, outcomes: readonly SimulationOutcome[]): Promise<void> {
  await act(async () => {
    ports.comparisons.at(-1)?.answer.resolve(outcomes);
    await ports.comparisons.at(-1)?.answer.promise;
  });
}

describe('designs', () => {
  it('are compared when there are two, the open journey first', async () => {
    const { ports } = await open('designs', keepFaster);
    expect(screen.getByRole('button', { name: 'Compare' })).toBeDisabled();
    await userEvent.selectOptions(screen.getByLabelText('Add a design'), 'Faster');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    const [asked] = ports.comparisons;
    expect(asked?.requests.map(({ contacts, seed }) => [contacts, seed])).toEqual([
      [20_000, 1],
      [20_000, 1],
    ]);
    expect(asked?.requests[1]?.journey.steps[WAIT]).toMatchObject({ until: { minutes: 60 } });
    await answer(ports, [ran(100), ran(140)]);
    const pair = screen.getByRole('region', { name: '“Faster” beside “As it is now”' });
    const row = within(pair).getByRole('row', { name: /^Conversions/ });
    expect(row).toHaveTextContent('+40');
    expect(within(pair).getByRole('region', { name: 'What is different in it' })).toHaveTextContent(
      /1 day.*1 hour/,
    );
  });

  it('of which one is better lets it take the place of the journey, and one press takes that back', async () => {
    window.history.replaceState(null, '', '/compare');
    const { ports, workspace } = await open('designs', keepFaster);
    await userEvent.selectOptions(screen.getByLabelText('Add a design'), 'Faster');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    await answer(ports, [ran(1000), ran(4000)]);
    expect(screen.queryByRole('button', { name: 'Use “Faster”' })).toBeNull();
    await userEvent.selectOptions(screen.getByLabelText('Judge by'), 'Conversions');
    await userEvent.click(screen.getByRole('button', { name: 'Use “Faster”' }));
    expect(workspace.getState().journey?.steps[WAIT]).toMatchObject({ until: { minutes: 60 } });
    expect(window.location.pathname).toBe('/');
    act(() => notices.shown().at(-1)?.action?.run());
    expect(workspace.getState().journey?.steps).toEqual(smallJourney().steps);
  });

  it('of which one cannot run says why', async () => {
    const { ports } = await open('designs', keepFaster);
    await userEvent.selectOptions(screen.getByLabelText('Add a design'), 'Faster');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    const words = 'This check has no window.';
    await answer(ports, [
      ran(100),
      { ok: false, problems: [{ code: 'x', severity: 'error', words, values: {} }] },
    ]);
    expect(screen.getByText('“Faster” cannot run: This check has no window.')).toBeVisible();
  });

  it('in two currencies are refused, with what to do', async () => {
    const { ports } = await open('designs', (ports) => {
      const journey = smallJourney('j-other');
      const settings = { ...journey.settings, currency: 'SEK' };
      ports.versionsKept.set('v-1', {
        version: { id: 'v-1', journeyId: smallJourney().id, name: 'In crowns', savedAt: 0 },
        document: { ...smallJourney(), settings },
      });
    });
    await userEvent.selectOptions(await screen.findByLabelText('Add a design'), 'In crowns');
    expect(await screen.findByRole('alert')).toHaveTextContent(/give both journeys one currency/);
    expect(screen.getByRole('button', { name: 'Compare' })).toBeDisabled();
    expect(ports.comparisons).toHaveLength(0);
  });

  it('that were chosen anew say that the figures are of others', async () => {
    const { ports, workspace } = await open('designs', keepFaster);
    await userEvent.selectOptions(screen.getByLabelText('Add a design'), 'Faster');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    await answer(ports, [ran(100), ran(140)]);
    expect(screen.queryByText(/The figures below are of what stood here before/)).toBeNull();
    const { steps } = smallJourney();
    act(() =>
      workspace.getState().edit({
        type: 'changeStep',
        id: WAIT,
        step: { ...steps[WAIT]!, disabled: true },
      }),
    );
    expect(screen.getByText(/The figures below are of what stood here before/)).toBeVisible();
  });

  it('are no longer tried when it is stopped', async () => {
    const { ports } = await open('designs', keepFaster);
    await userEvent.selectOptions(screen.getByLabelText('Add a design'), 'Faster');
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }));
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(ports.comparisons[0]?.cancelled).toBe(true);
    expect(screen.getByText('Stopped. Nothing was changed.')).toBeVisible();
  });
});

describe('scenarios', () => {
  it('are added, renamed and kept with their journey', async () => {
    const { ports } = await open('scenarios');
    await userEvent.click(screen.getByRole('button', { name: 'Add a scenario' }));
    const name = screen.getByLabelText('Name');
    await userEvent.clear(name);
    await userEvent.type(name, 'Slower');
    await waitFor(() => expect(kept(ports)).toMatchObject([{ name: 'Slower', changes: [{}] }]));
  });

  it('that are removed can be taken back', async () => {
    const { ports } = await open('scenarios', keepFaster);
    await userEvent.click(screen.getByRole('button', { name: 'Remove the scenario Faster' }));
    await waitFor(() => expect(kept(ports)).toEqual([]));
    act(() => notices.shown().at(-1)?.action?.run());
    await waitFor(() => expect(kept(ports)).toEqual([FASTER]));
    expect(screen.getByLabelText('Name')).toHaveValue('Faster');
  });

  it('are run together, each beside the journey as it is', async () => {
    const { ports } = await open('scenarios', keepFaster);
    await userEvent.click(screen.getByRole('radio', { name: '100 000 contacts' }));
    await userEvent.click(screen.getByRole('button', { name: 'Run all' }));
    expect(ports.comparisons[0]?.requests.map(({ contacts }) => contacts)).toEqual([100_000, 100_000]);
    await answer(ports, [ran(100), ran(90)]);
    expect(screen.getByRole('row', { name: /^As it is now/ })).toHaveTextContent('100');
    expect(screen.getByRole('row', { name: /^Faster/ })).toHaveTextContent('−10');
  });

  it('that could not be kept say so', async () => {
    const { ports } = await open('scenarios');
    ports.failing = 'The disk is full.';
    await userEvent.click(screen.getByRole('button', { name: 'Add a scenario' }));
    await waitFor(() =>
      expect(notices.shown().at(-1)?.words).toMatch(/hold until you close the page.*The disk is full/),
    );
    expect(screen.getByLabelText('Name')).toHaveValue('Scenario 1');
  });

  it('whose number is gone say so', async () => {
    await open('scenarios', (ports) => {
      const changes = [{ parameter: 'gone.wait', value: 1 }];
      ports.kept.set(keyOf(smallJourney().id), [{ ...FASTER, changes }]);
    });
    expect(screen.getByText(/not in the journey any more/)).toBeVisible();
  });
});

describe('a sweep', () => {
  it('tries the first number of the journey over its usual range', async () => {
    const { ports } = await open('sweep');
    await userEvent.click(screen.getByRole('button', { name: /^Try \d+ values$/ }));
    const [asked] = ports.comparisons;
    expect(asked?.requests.length).toBeGreaterThan(5);
    expect(new Set(asked?.requests.map(({ contacts }) => contacts))).toEqual(new Set([5000]));
    await answer(ports, asked?.requests.map(() => ran(100)) ?? []);
    expect(ports.comparisons[1]?.requests[0]?.contacts).toBe(20_000);
    expect(screen.getByRole('figure', { name: /Nothing tried is better/ })).toBeVisible();
  });

  it('of two numbers has at most nine values of each', async () => {
    await open('sweep');
    await userEvent.click(screen.getByRole('button', { name: 'Add a second number' }));
    const [, second] = screen.getAllByLabelText('Values');
    await userEvent.clear(second!);
    await userEvent.type(second!, '10');
    expect(screen.getByRole('alert')).toHaveTextContent(/9/);
    await userEvent.click(screen.getByRole('button', { name: 'Take the second number away' }));
    expect(screen.getAllByLabelText('Values')).toHaveLength(1);
  });

  const BEST = 7 * 1440;

  /** More conversions the longer the window, for as many looks and launches as are asked for. */
  async function sweepTheWindow(before?: (ports: FakePorts) => void) {
    window.history.replaceState(null, '', '/compare/sweep');
    const opened = await open('sweep', before);
    const { ports } = opened;
    await userEvent.selectOptions(screen.getByLabelText('Judge by'), 'Conversions');
    const to = screen.getByLabelText('To');
    await userEvent.clear(to);
    await userEvent.type(to, '7');
    await userEvent.tab();
    await userEvent.click(screen.getByRole('button', { name: /^Try \d+ values$/ }));
    for (let turn = 0; turn < LOOKS.length + FRESH_SEEDS.length; turn++) {
      await waitFor(() => expect(ports.comparisons.length).toBeGreaterThan(turn));
      const { requests } = ports.comparisons[turn]!;
      await answer(
        ports,
        requests.map(({ journey }) => ran(lengthOf(journey))),
      );
    }
    return opened;
  }

  const lengthOf = ({ steps }: Journey): number => {
    const step = steps[CHECK];
    return step?.kind === 'check' ? 1000 + step.windowMinutes : 0;
  };

  it('puts its best into the journey as one change, shown on the canvas, that can be taken back', async () => {
    const { workspace } = await sweepTheWindow();
    await userEvent.click(await screen.findByRole('button', { name: 'Use the best' }));
    expect(workspace.getState().journey?.steps[CHECK]).toMatchObject({ windowMinutes: BEST });
    expect(window.location.pathname).toBe('/');
    expect(notices.shown().at(-1)?.words).toMatch(/^The journey is now as in “7 days”/);
    act(() => notices.shown().at(-1)?.action?.run());
    expect(workspace.getState().journey?.steps).toEqual(smallJourney().steps);
    expect(workspace.getState().canUndo).toBe(false);
  });

  it('does not take back what was done since', async () => {
    const { workspace } = await sweepTheWindow();
    await userEvent.click(await screen.findByRole('button', { name: 'Use the best' }));
    const offer = notices.shown().at(-1)?.action;
    act(() => workspace.getState().edit({ type: 'rename', name: 'Later' }));
    act(() => offer?.run());
    expect(workspace.getState().journey).toMatchObject({ name: 'Later' });
    expect(workspace.getState().journey?.steps[CHECK]).toMatchObject({ windowMinutes: BEST });
    expect(notices.shown().at(-1)?.words).toMatch(/^Something was changed since/);
  });

  it('keeps its best as a scenario, once', async () => {
    const { ports } = await sweepTheWindow();
    const keep = await screen.findByRole('button', { name: 'Keep as scenario' });
    await userEvent.click(keep);
    await waitFor(() =>
      expect(kept(ports)).toMatchObject([
        { name: 'Best tried: 7 days', changes: [{ parameter: `${CHECK}.window`, value: BEST }] },
      ]),
    );
    await userEvent.click(keep);
    expect(notices.shown().at(-1)?.words).toMatch(/is among the scenarios already/);
    expect(kept(ports)).toHaveLength(1);
  });
});

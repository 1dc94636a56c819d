import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ForecastStrip } from '../../../src/features/edit-journey/ForecastStrip.tsx';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { useWorkspace } from '../../../src/state/useWorkspace.ts';
import { chain, mail, waitDays } from '../../support/doubtfulJourneys.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { reportOf } from '../../support/fakePorts.ts';
import { openWorkspace, renderIn } from '../../support/renderApp.tsx';

function Strip({ shown = false }: { readonly shown?: boolean }) {
  const journey = useWorkspace((workspace) => workspace.journey);
  return journey ? (
    <ForecastStrip
      journey={journey}
      problemsShown={shown}
      onProblems={() => undefined}
      onAsk={() => undefined}
    />
  ) : null;
}

async function open(journey: Journey, shown = false) {
  const opened = await openWorkspace(journey);
  renderIn(opened.workspace, <Strip shown={shown} />);
  const { ports } = opened;
  await act(async () => {
    ports.forecasts[0]?.answer.resolve({ ok: true, report: reportOf(5) });
    await ports.forecasts[0]?.answer.promise;
  });
  return opened;
}

const pass = (milliseconds: number) => {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
};
const said = (words: RegExp | string) => screen.queryByText(words, { selector: '[role=status]' });

describe('the forecast', () => {
  it('that is blocked keeps its older figures, with the reason where it said how many were simulated', async () => {
    const { workspace, ports } = await open(chain({ m: mail }));
    expect(screen.getByText(/contacts, scaled$/)).toBeVisible();
    const words = 'This check has no window. '.repeat(20);
    act(() =>
      workspace.setState(({ forecast }) => ({
        forecast: { ...forecast, problems: [{ code: 'x', severity: 'error', words, values: {} }] },
      })),
    );
    const reason = screen.getByText(/^The forecast waits: This check/, { selector: '[role=status]' });
    expect(reason.closest('[data-tour=forecast] > div')).toContainElement(screen.getByText('Forecast'));
    expect(reason).toHaveAttribute('tabindex', '0');
    expect(within(screen.getByRole('group', { name: 'Conversions' })).getByText('5')).toBeInTheDocument();
    expect(screen.queryByText(/contacts, scaled$/)).toBeNull();
    expect(ports.forecasts).toHaveLength(1);
  });

  it('of a journey that sends nothing says that its conversions are organic', async () => {
    const { workspace } = await open(chain({ w: waitDays(1) }));
    const conversions = within(screen.getByRole('group', { name: 'Conversions' }));
    expect(conversions.getByText('organic')).toHaveAccessibleDescription(
      /would have happened without the journey/,
    );
    expect(within(screen.getByRole('group', { name: 'Cost' })).queryByText('organic')).toBeNull();
    act(() =>
      workspace.getState().edit({ type: 'addStep', id: stepId('m'), step: mail, at: { x: 0, y: 0 } }),
    );
    expect(screen.queryByText('organic')).toBeNull();
  });

  it.each([
    ['a hand-off', step('handoff')],
    ['a goal that is an order', step('goal', { conversion: {} })],
  ])('of a journey with %s does not', async (_, doing) => {
    await open(draft({ a: doing }, ['entry-1.next > a']));
    expect(screen.queryByText('organic')).toBeNull();
  });
});

describe('the number of problems', () => {
  afterEach(() => vi.useRealTimers());

  it('is read out when it has changed and stands still, not at every key', async () => {
    const { workspace } = await open(chain({ w: waitDays(0), m: mail }));
    vi.useFakeTimers();
    const change = (count: number) =>
      act(() =>
        workspace
          .getState()
          .edit({ type: 'changeStep', id: stepId('w'), step: waitDays(count) }, { merge: 'w' }),
      );
    expect(screen.getByRole('button', { name: '1 problem' })).toBeVisible();
    expect(said('1 problem')).toBeNull();
    change(200);
    change(2);
    change(0);
    change(1);
    pass(500);
    expect(said('No problems found')).toBeNull();
    pass(1000);
    expect(said('No problems found')).toBeInTheDocument();
    act(() =>
      workspace.getState().edit({
        type: 'changeSettings',
        settings: {
          ...chain({}).settings,
          maxPasses: 0,
        },
      }),
    );
    pass(1500);
    expect(said('1 problem. 1 error stops the run')).toBeInTheDocument();
  });

  it('is left to the list while that is open', async () => {
    const { workspace } = await open(chain({ w: waitDays(1), m: mail }), true);
    vi.useFakeTimers();
    act(() => workspace.getState().edit({ type: 'changeStep', id: stepId('w'), step: waitDays(0) }));
    pass(5000);
    expect(screen.getByRole('button', { name: '1 problem' })).toBeVisible();
    expect(said(/problem/)).toBeNull();
  });
});

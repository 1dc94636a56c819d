import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { MoneySection } from '../../../../src/features/read-results/money/MoneySection.tsx';
import type { ShownRun } from '../../../../src/features/read-results/shownRun.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { money, probability } from '../../../../src/journey/units.ts';
import type { SimulationRequest } from '../../../../src/state/ports.ts';
import { forecastHere } from '../../../support/localSimulator.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { smallJourney } from '../../../support/smallJourney.ts';
import { runOf, templateOf } from '../shownRuns.ts';

afterEach(() => localStorage.clear());

async function show(run: ShownRun) {
  const { ports, workspace } = await openWorkspace(run.request.journey);
  const view = renderIn(workspace, <MoneySection run={run} />);
  const answer = (at: number) =>
    act(async () => {
      const { requests, answer: asked } = ports.comparisons[at]!;
      asked.resolve(requests.map((request: SimulationRequest) => forecastHere(request)));
      await asked.promise;
    });
  return { ports, view, answer, user: userEvent.setup() };
}

const card = (name: string) => screen.getByRole('group', { name });

const ORCHESTRATION = templateOf('orchestration');
const POLICIES = { ...NO_POLICIES, economics: { grossMargin: probability(0.4), fixedCost: money(100) } };

describe('the money of a journey', () => {
  const run = runOf(ORCHESTRATION, POLICIES);

  it('compares with a run in which nobody is reached or handed off', async () => {
    const { ports } = await show(run);
    const [base, none] = ports.comparisons[0]!.requests;
    expect(base!.muted).toBeUndefined();
    expect(none!.muted).toContain('email');
    const handoffs = Object.values(none!.journey.steps).filter(({ kind }) => kind === 'handoff');
    expect(handoffs.length).toBeGreaterThan(0);
    expect(handoffs.every(({ disabled }) => disabled)).toBe(true);
  });

  it('says what the journey caused, with the formula and its numbers to the figure', async () => {
    const { answer } = await show(run);
    expect(screen.queryByRole('group', { name: 'Extra profit' })).toBeNull();
    await answer(0);
    const profit = card('Extra profit');
    const figure = profit.querySelector('[tabindex="0"]');
    expect(figure).toHaveAccessibleDescription(
      /^Extra revenue \$[\d\u202f]+ × margin 40\.0\u202f% − extra cost \$/,
    );
    expect(within(profit).getByText('Margin: yours')).toHaveAttribute('href', '#/settings/money');
    expect(within(profit).getByText('Costs: benchmark')).toHaveAttribute('href', '#/settings/channels');
  });

  it('shows a formula for every figure, with what is not known in it', async () => {
    const { answer } = await show(run);
    await answer(0);
    const formula = (name: string) => card(name).querySelector('[tabindex="0"]');
    expect(formula('Lifetime value')).toHaveAccessibleDescription(/margin \(not known\)/);
    expect(formula('Lifetime value to cost')).toHaveAccessibleDescription(
      /^Lifetime value \(not known\) ÷ cost/,
    );
    expect(formula('Payback')).toHaveAccessibleDescription(/^First month in which margin \(not known\)/);
    expect(formula('Net present value')).toHaveAccessibleDescription(/lifetime value \(not known\) −/);
  });

  it('says why a lifetime value is not known, and takes it from the months', async () => {
    const { answer, user } = await show(run);
    await answer(0);
    expect(card('Lifetime value')).toHaveTextContent('Not known');
    await user.type(screen.getByLabelText('Margin per month'), '10');
    // Nothing is told of who stays: a year counts.
    expect(card('Lifetime value')).toHaveTextContent('$120');
    const kept = screen.getByLabelText('Kept from month to month');
    await user.type(kept, '100');
    for (const name of ['Lifetime value', 'Net present value'])
      expect(card(name)).toHaveTextContent('Nobody leaves and nothing is discounted');
    await user.clear(kept);
    await user.type(kept, '90');
    expect(card('Lifetime value')).toHaveTextContent('$100');
    expect(card('Payback')).toHaveTextContent(/month/);
  });

  it('says that a margin of nothing never pays back, and does not ask for it again', async () => {
    const { answer, user } = await show(run);
    await answer(0);
    const margin = screen.getByLabelText('Margin per month');
    await user.clear(margin);
    await user.type(margin, '0');
    expect(card('Payback')).not.toHaveTextContent('Tell below');
    expect(card('Payback')).toHaveTextContent(/Never|extra orders/);
  });

  it('says orders of all contacts beside conversions', async () => {
    await show(run);
    expect(screen.getByText(/conversions worth .* place .* orders worth/)).toBeVisible();
  });

  it('works out what each part adds when it is asked', async () => {
    const { ports, answer, user } = await show(run);
    await answer(0);
    expect(ports.comparisons).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Work out what each part adds' }));
    const { requests } = ports.comparisons[1]!;
    expect(requests[1]!.muted).toHaveLength(1);
    expect(requests.at(-1)!.muted).toBeUndefined();
    await answer(1);
    const byChannel = screen.getByRole('group', { name: 'By channel' });
    const email = within(byChannel).getByRole('row', { name: /^Email/ });
    expect(email).toHaveTextContent(/Pays|Cannot be told|Costs more/);
    expect(within(email).queryByText('–')).toBeNull();
  });

  it('stops a comparison that nobody looks at any more, and says in words what failed', async () => {
    const { ports, view } = await show(run);
    await act(async () => {
      ports.comparisons[0]!.answer.reject(new Error('A worker died twice.'));
      await ports.comparisons[0]!.answer.promise.catch(() => undefined);
    });
    expect(screen.getByRole('status')).toHaveTextContent('A worker died twice.');
    view.unmount();
    const again = await show(run);
    again.view.unmount();
    expect(again.ports.comparisons[0]!.cancelled).toBe(true);
  });

  it('can be stopped and begun again', async () => {
    const { ports, user, answer } = await show(run);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(ports.comparisons[0]!.cancelled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await answer(1);
    expect(card('Extra profit')).toBeInTheDocument();
  });
});

it('has nothing to divide by in a journey that sends nothing', async () => {
  const journey = smallJourney();
  const [entry] = Object.entries(journey.steps).filter(([, { kind }]) => kind === 'entry');
  const { answer } = await show(runOf({ ...journey, steps: Object.fromEntries([entry!]), links: {} }));
  await answer(0);
  expect(card('Return on ad spend')).toHaveTextContent('Nothing was spent');
  expect(card('Extra profit')).toHaveTextContent('$0');
  expect(screen.getByText(/sends no messages/)).toBeInTheDocument();
});

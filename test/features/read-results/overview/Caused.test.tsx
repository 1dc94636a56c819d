import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LiftSection } from '../../../../src/features/read-results/lift/LiftSection.tsx';
import { Caused } from '../../../../src/features/read-results/overview/Caused.tsx';
import type { ShownRun } from '../../../../src/features/read-results/shownRun.ts';
import type { SimulationRequest } from '../../../../src/state/ports.ts';
import { forecastHere } from '../../../support/localSimulator.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { runOf, templateOf } from '../shownRuns.ts';
import '../../../../src/i18n/resultWords.ts';

async function show(run: ShownRun) {
  const { ports, workspace } = await openWorkspace(run.request.journey);
  const view = renderIn(workspace, <Caused run={run} />);
  const answer = () =>
    act(async () => {
      const { requests, answer: asked } = ports.comparisons[0]!;
      asked.resolve(requests.map((request: SimulationRequest) => forecastHere(request)));
      await asked.promise;
    });
  return { ports, workspace, view, answer };
}

const card = (name: string) => screen.getByRole('group', { name });
const NUMBER = /(\d[\d\u202f]*)/.source;

describe('what the journey causes, on the overview', () => {
  const run = runOf(templateOf('welcome'), undefined, 12_000);

  it('waits in its place, then says extra orders, revenue and profit with their intervals', async () => {
    const { answer } = await show(run);
    const before = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'));
    expect(before).toEqual(['Extra orders', 'Extra revenue', 'Extra profit']);
    expect(card('Extra orders')).toHaveTextContent('being worked out');
    await answer();
    expect(screen.getAllByRole('group')).toHaveLength(before.length);
    expect(card('Extra orders')).toHaveTextContent(/\d+ ?(–|to) ?\d+/);
    expect(card('Extra profit')).toHaveTextContent('$');
  });

  it('says orders of all contacts beside conversions that reach the goal', async () => {
    await show(run);
    const line = screen.getByText(/reach the goal in its window after entry/).textContent;
    const [, conversions, orders] =
      new RegExp(`^${NUMBER} conversions .* place ${NUMBER} orders`).exec(line) ?? [];
    const all = run.report.totals.conversionsAudience.value;
    expect(Number(conversions?.replaceAll('\u202f', ''))).toBe(
      Math.round(run.report.totals.conversions.value),
    );
    expect(Number(orders?.replaceAll('\u202f', ''))).toBe(Math.round(all));
    expect(all).toBeGreaterThan(run.report.totals.conversions.value);
  });

  it('is worked out once: the lift finds it, and says the same', async () => {
    const { ports, workspace, view, answer } = await show(run);
    await answer();
    const extra = card('Extra orders').textContent;
    view.unmount();
    renderIn(workspace, <LiftSection run={run} />);
    expect(ports.comparisons).toHaveLength(1);
    const said = within(screen.getByRole('region', { name: 'What the journey causes' }));
    const band = /between (\S+) and (\S+) more orders|from (\S+) fewer to (\S+) more orders/.exec(
      said.getByText(/^The journey brings/).textContent,
    );
    const [low, high] = [band?.[1] ?? band?.[3], band?.[2] ?? band?.[4]];
    expect(extra).toContain(low);
    expect(extra).toContain(high);
  });

  it('says that it is not known, why, and tries again', async () => {
    const { ports } = await show(run);
    await act(async () => {
      ports.comparisons[0]!.answer.reject(new Error('The list is not here.'));
      await ports.comparisons[0]!.answer.promise.catch(() => undefined);
    });
    expect(card('Extra profit')).toHaveTextContent('not known');
    expect(screen.getByRole('status')).toHaveTextContent('The list is not here.');
    act(() => screen.getByRole('button', { name: 'Try again' }).click());
    expect(ports.comparisons).toHaveLength(2);
  });
});

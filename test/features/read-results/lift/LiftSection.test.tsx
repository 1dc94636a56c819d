import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { LiftSection } from '../../../../src/features/read-results/lift/LiftSection.tsx';
import type { ShownRun } from '../../../../src/features/read-results/shownRun.ts';
import type { SimulationRequest } from '../../../../src/state/ports.ts';
import { forecastHere } from '../../../support/localSimulator.ts';
import { openWorkspace, renderIn } from '../../../support/renderApp.tsx';
import { runOf, templateOf } from '../shownRuns.ts';

async function show(run: ShownRun) {
  const { ports, workspace } = await openWorkspace(run.request.journey);
  renderIn(workspace, <LiftSection run={run} />);
  const answer = (at: number) =>
    act(async () => {
      const { requests, answer: asked } = ports.comparisons[at]!;
      asked.resolve(requests.map((request: SimulationRequest) => forecastHere(request)));
      await asked.promise;
    });
  return { ports, answer, user: userEvent.setup() };
}

describe('the lift of a journey', () => {
  const run = runOf(templateOf('welcome'), undefined, 12_000);

  it('is said as a span of conversions, and never as a test', async () => {
    const { answer } = await show(run);
    await answer(0);
    const said = screen.getByRole('region', { name: 'What the journey causes' });
    expect(said).toHaveTextContent(/The journey brings (between|anything from) [\d\u202f]+.* more orders/);
    expect(said).toHaveTextContent(/Of the [\d\s]+ contacts who enter \([\d.]+\s% of all\)/);
    expect(said).not.toHaveTextContent(/\bp\s?[<=]|significan/i);
  });

  it('shows what another holdout would see', async () => {
    const { answer, user } = await show(run);
    await answer(0);
    const part = screen.getByRole('region', { name: 'What a holdout would see' });
    expect(part).toHaveTextContent('contacts get the journey');
    const share = within(part).getByLabelText('Held out');
    const sizes = () =>
      /([\d\u202f]+) contacts get the journey, ([\d\u202f]+) do not/
        .exec(part.textContent)
        ?.slice(1)
        .map((size) => Number(size.replaceAll('\u202f', ''))) ?? [];
    const entered = Math.round(run.report.funnel.find(({ stage }) => stage === 'entered')!.people.value);
    await user.clear(share);
    await user.type(share, '20');
    expect(sizes()[0]! + sizes()[1]!).toBe(entered);
    await user.click(within(part).getByRole('radio', { name: 'All contacts' }));
    expect(part).toHaveTextContent('16 000 contacts get the journey, 4 000 do not.');
    expect(part).toHaveTextContent('thins the lift out');
    await user.clear(share);
    await user.type(share, '0');
    expect(part).toHaveTextContent('A part of the test would be empty.');
  });

  it('needs fewer contacts of those who enter than of all to show it', async () => {
    const { answer, user } = await show(run);
    await answer(0);
    const part = screen.getByRole('region', { name: 'What a holdout would see' });
    const needed = () =>
      Number(/takes ([\d\u202f]+) contacts/.exec(part.textContent)?.[1]?.replaceAll('\u202f', ''));
    const ofWhoEnters = needed();
    await user.click(within(part).getByRole('radio', { name: 'All contacts' }));
    expect(ofWhoEnters).toBeGreaterThan(0);
    expect(needed()).toBeGreaterThan(2 * ofWhoEnters);
  });

  it('simulates everybody down each arm when it is asked which wins', async () => {
    const { ports, answer, user } = await show(run);
    await answer(0);
    const experiment = screen.getByRole('article');
    expect(experiment).toHaveTextContent('The arms have the sizes that were planned.');
    expect(experiment).toHaveTextContent('four times in five');
    await user.click(within(experiment).getByRole('button', { name: 'Work out which arm wins' }));
    const arms = ports.comparisons[1]!.requests.map(({ journey }) =>
      Object.values(journey.steps).flatMap((step) =>
        step.kind === 'experiment' ? [step.arms.map(({ weight }) => weight), step.holdout] : [],
      ),
    );
    expect(arms).toEqual([
      [[100, 0], undefined],
      [[0, 100], undefined],
    ]);
    await answer(1);
    expect(experiment).toHaveTextContent(/is (best|ahead in the simulation)\./);
    expect(experiment).toHaveTextContent(/declares the wrong winner: [<>]? ?[\d.]+/);
  });
});

it('says so where there is no experiment', async () => {
  await show(runOf(templateOf('orchestration')));
  expect(screen.getByText(/has no experiment/)).toBeInTheDocument();
});

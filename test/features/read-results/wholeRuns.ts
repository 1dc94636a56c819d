import type { ShownRun } from '../../../src/features/read-results/shownRun.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import type { SimulationRequest } from '../../../src/state/ports.ts';
import { forecastHere } from '../../support/localSimulator.ts';
import { localStories } from '../../support/localStories.ts';
import { openWorkspace } from '../../support/renderApp.tsx';

/** A real forecast of some contacts of the sample. */
export function shownRun(journey: Journey, policies: Policies = NO_POLICIES, rows = 2_000): ShownRun {
  const request: SimulationRequest = {
    journey,
    audience: { kind: 'sample', rows },
    contacts: rows,
    seed: 1,
    calibration: {},
    policies,
  };
  const outcome = forecastHere({ ...request, detailed: true });
  if (!outcome.ok) throw new Error(outcome.problems[0]?.words);
  return {
    kind: 'run',
    request,
    report: outcome.report,
    detail: outcome.detail,
    audienceName: '',
    pending: false,
  };
}

/** A workspace whose simulator answers with the real engine. */
export async function openLocal(journey: Journey) {
  const { workspace, ports } = await openWorkspace(journey);
  workspace.setState({ ports: { ...ports, simulator: { ...ports.simulator, ...localStories } } });
  return workspace;
}

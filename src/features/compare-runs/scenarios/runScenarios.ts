import type { Report } from '../../../analytics/report.ts';
import type { Problem } from '../../../journey/problem.ts';
import type { Design } from '../../../compile/response/assumption.ts';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import type { AudienceChoice, SimulationOutcome } from '../../../state/ports.ts';
import { DEFAULT_SEED } from '../../../state/workspace.ts';
import type { Comparer } from '../work/inTurn.ts';
import { withScenario, type Scenario } from './scenario.ts';

export interface ScenarioQuestion {
  readonly design: Design;
  readonly audience: AudienceChoice;
  readonly contacts: number;
  readonly scenarios: readonly Scenario[];
  readonly all: readonly Sweepable[];
}

/** How one came out, or why it cannot run. */
export type ScenarioOutcome =
  { readonly kind: 'run'; readonly report: Report } | { readonly kind: 'blocked'; readonly problem: string };

export interface ScenarioResult {
  readonly asked: ScenarioQuestion;
  readonly now: ScenarioOutcome;
  /** In the order of the scenarios asked about. */
  readonly outcomes: readonly ScenarioOutcome[];
}

/** The journey as it is and all scenarios, over the same contacts with the same luck. */
export async function runScenarios(asked: ScenarioQuestion, comparer: Comparer): Promise<ScenarioResult> {
  const { design, audience, contacts, scenarios, all } = asked;
  const designs = [design, ...scenarios.map((scenario) => withScenario(scenario, design, all))];
  comparer.expect(designs.length * contacts);
  const shared = { audience, contacts, seed: DEFAULT_SEED };
  const [now, ...outcomes] = await comparer.forecast(designs.map((one) => ({ ...one, ...shared })));
  return { asked, now: told(now), outcomes: outcomes.map(told) };
}

export function told(outcome: SimulationOutcome | undefined): ScenarioOutcome {
  if (outcome?.ok) return { kind: 'run', report: outcome.report };
  const [problem]: readonly Problem[] = outcome?.problems ?? [];
  return { kind: 'blocked', problem: problem?.words ?? '' };
}

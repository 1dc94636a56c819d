import { readFileSync } from 'node:fs';
import type { ShownRun } from '../../../src/features/read-results/shownRun.ts';
import { parseJourney } from '../../../src/journey/format.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import type { SimulationRequest } from '../../../src/state/ports.ts';
import { forecastHere } from '../../support/localSimulator.ts';

/** A run of the sample audience with its detail, by the real engine. */
export function runOf(journey: Journey, policies: Policies = NO_POLICIES, contacts = 4000): ShownRun {
  const request: SimulationRequest = {
    journey,
    policies,
    audience: { kind: 'sample', rows: 20_000 },
    contacts,
    seed: 7,
    calibration: {},
  };
  const outcome = forecastHere({ ...request, detailed: true });
  if (!outcome.ok) throw new Error(outcome.problems[0]?.words);
  const { report, detail } = outcome;
  return { kind: 'forecast', request, report, detail, audienceName: '', pending: false };
}

/** A template, read from the folder that the tests are run in: a page's own URLs lead to no files. */
export function templateOf(name: string): Journey {
  const parsed = parseJourney(readFileSync(`public/samples/${name}.journey.json`, 'utf8'));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ words }) => words).join('\n'));
  return parsed.journey;
}

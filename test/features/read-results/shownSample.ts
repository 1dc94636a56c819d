import type { ShownRun } from '../../../src/features/read-results/shownRun.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { forecastHere } from '../../support/localSimulator.ts';

/** A small run of a journey over the sample audience by the real engine, as the results show it. */
export function shownSample(
  journey: Journey,
  more: { readonly seed?: number; readonly contacts?: number } = {},
): ShownRun {
  const { seed = 1, contacts = 2000 } = more;
  const request = {
    journey,
    audience: { kind: 'sample', rows: contacts },
    contacts,
    seed,
    calibration: {},
    policies: NO_POLICIES,
  } as const;
  const outcome = forecastHere({ ...request, detailed: true });
  if (!outcome.ok) throw new Error('the run did not work');
  const { report, detail } = outcome;
  return {
    kind: 'run',
    request,
    report,
    detail,
    audienceName: '',
    pending: false,
    finishedAt: 1_800_000_000_000,
  };
}

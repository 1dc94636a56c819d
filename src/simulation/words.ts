import type { ReportRequest } from '../analytics/buildReport.ts';
import type { Journey } from '../journey/journey.ts';

/** The names that a report needs and a Program does not carry. */
export function wordsOf({
  name,
  steps,
  settings,
}: Journey): Pick<ReportRequest, 'names' | 'journeyName' | 'target'> {
  const names = Object.fromEntries(
    Object.entries(steps).map(([id, step]) => [id, { name: step.name, kind: step.kind }]),
  );
  return { names, journeyName: name, ...(settings.target ? { target: settings.target } : {}) };
}

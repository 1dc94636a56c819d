import type { RunDetail } from '../../analytics/detail.ts';
import type { Report } from '../../analytics/report.ts';
import type { CustomerWorthInputs } from '../../state/customerWorthInputs.ts';
import type { FinishedRun, SimulationRequest } from '../../state/ports.ts';

/** The run that the results are of: the last full one, or the forecast. */
export interface ShownRun {
  readonly kind: 'run' | 'forecast';
  /** What makes it again. Names and currency are those of its journey, whatever became of it since. */
  readonly request: SimulationRequest;
  readonly report: Report;
  /** Undefined while it is being worked out. */
  readonly detail: RunDetail | undefined;
  /** Of an imported audience; empty: the sample. */
  readonly audienceName: string;
  /** Contacts of an imported audience, where they were counted. */
  readonly audienceRows?: number | undefined;
  /** Newer numbers are on their way. */
  readonly pending: boolean;
  readonly finishedAt?: number;
  /** What a customer brings, of a run from a file. */
  readonly customerWorth?: CustomerWorthInputs | undefined;
  /** The run of this journey before. */
  readonly before?: FinishedRun['before'] | undefined;
}

/** Most contacts in a run that is compared with another: beyond this intervals hardly get narrower, and answers take long. */
export const COMPARED_CONTACTS = 100_000;

/** The same contacts with the same luck, but for a change; shown for as many contacts as the run. */
export function whatIf(
  { request, report }: Pick<ShownRun, 'request' | 'report'>,
  change: Partial<Pick<SimulationRequest, 'journey' | 'policies' | 'calibration' | 'muted'>> = {},
  most = COMPARED_CONTACTS,
): SimulationRequest {
  const { audience } = request;
  // A run larger than the sample made the sample as large.
  const rows = audience.kind === 'sample' ? Math.max(audience.rows, request.contacts) : 0;
  return {
    ...request,
    ...(audience.kind === 'sample' && { audience: { ...audience, rows } }),
    ...change,
    contacts: Math.min(request.contacts, most),
    showFor: report.scaledTo ?? report.contacts,
  };
}

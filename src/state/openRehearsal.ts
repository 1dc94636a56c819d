import type { Report } from '../analytics/report.ts';
import { journeyId } from '../journey/ids.ts';
import type { Journey, JourneyId } from '../journey/journey.ts';
import { sameJson } from '../journey/sameJson.ts';
import type { AudienceChoice, AudienceSummary, FinishedRun, Ports, Rehearsal } from './ports.ts';

/** What came of a rehearsal that was opened. */
export type OpenedRehearsal =
  /** Made again here: to the last digit the same, or not. */
  | { readonly kind: 'same' }
  | { readonly kind: 'different'; readonly there: Report; readonly here: Report }
  /** Its contacts are not in this browser: the numbers shown are those of the file. */
  | { readonly kind: 'withoutContacts'; readonly audience: string }
  /** It was not made again; the numbers shown are those of the file. */
  | { readonly kind: 'notMade'; readonly words: string };

interface OpenApp {
  readonly ports: Pick<Ports, 'audiences' | 'exchange'>;
  readonly library: readonly { readonly id: JourneyId }[];
  readonly audiences: readonly AudienceSummary[];
  readonly run: { readonly kind: string; readonly run?: FinishedRun; readonly words?: string };
  readonly addJourney: (journey: Journey) => Promise<void>;
}

type Named = Pick<FinishedRun, 'audienceName' | 'audienceRows'>;

interface Surroundings {
  readonly get: () => OpenApp;
  readonly runs: {
    repeat(run: Pick<FinishedRun, 'request' | keyof Named>): Promise<void>;
    adopt(run: FinishedRun): Promise<void>;
  };
  readonly now: () => number;
}

/** The rates and policies of the file are those of its run alone: the workspace keeps its own. */
export async function openRehearsal(
  rehearsal: Rehearsal,
  { get, runs, now }: Surroundings,
): Promise<OpenedRehearsal> {
  const { ports, library, audiences } = get();
  const isTaken = library.some(({ id }) => id === rehearsal.journey.id);
  // Luck goes by another key, so a copy has the same.
  const id = isTaken ? journeyId(`j-${crypto.randomUUID()}`) : rehearsal.journey.id;
  const journey = { ...rehearsal.journey, id };
  const found = await audienceOf(rehearsal, audiences, ports);
  await get().addJourney(journey);
  const { policies, calibration, contacts, seed, showFor, report } = rehearsal;
  const { audience } = rehearsal;
  const named: Named =
    audience.kind === 'imported'
      ? { audienceName: audience.name, audienceRows: audience.rows }
      : { audienceName: '' };
  const request = {
    journey,
    audience: found ?? { kind: 'imported', id: MISSING },
    policies,
    calibration,
    contacts,
    seed,
    ...(showFor !== undefined && { showFor }),
  } as const;
  const asFiled = () => runs.adopt({ request, report, ...named, finishedAt: rehearsal.finishedAt || now() });
  if (!found) {
    await asFiled();
    return { kind: 'withoutContacts', audience: named.audienceName };
  }
  await runs.repeat({ request, ...named });
  const { run } = get();
  if (run.kind !== 'finished' || !run.run || run.run.request !== request) {
    // Somebody asked for another run meanwhile, and that one is wanted.
    if (run.kind !== 'running') await asFiled();
    return { kind: 'notMade', words: run.words ?? '' };
  }
  const here = run.run.report;
  return isSameReport(report, here) ? { kind: 'same' } : { kind: 'different', there: report, here };
}

const MISSING = 'missing';

/** The sample, or the list of contacts here that has the same fingerprint; undefined: there is none. */
async function audienceOf(
  { audience }: Rehearsal,
  there: readonly AudienceSummary[],
  { audiences, exchange }: OpenApp['ports'],
): Promise<AudienceChoice | undefined> {
  if (audience.kind === 'sample') return audience;
  const { fingerprintOf } = await exchange();
  for (const { id, rows, columns, revision } of there) {
    if (rows !== audience.rows || columns !== audience.columns.length) continue;
    const list = await audiences.load(id).catch(() => undefined);
    if (list && fingerprintOf(list) === audience.fingerprint)
      return { kind: 'imported', id, ...(revision !== undefined && { revision }) };
  }
  return undefined;
}

/** But for how long it took, and under which id and name the journey stands. */
export function isSameReport(a: Report, b: Report): boolean {
  const bare = ({ seconds: _, stepsPerSecond: __, journeyId: ___, journey: ____, ...rest }: Report) =>
    JSON.parse(JSON.stringify(rest)) as unknown;
  return sameJson(bare(a), bare(b));
}

import type { Report } from '../analytics/report.ts';
import { journeyId } from '../journey/ids.ts';
import type { Journey, JourneyId } from '../journey/journey.ts';
import { sameJson } from '../journey/sameJson.ts';
import type { Rehearsal } from './exchangePort.ts';
import type { AudienceChoice, AudienceSummary, FinishedRun, Ports } from './ports.ts';

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
  readonly ports: Pick<Ports, 'audiences' | 'exchange' | 'journeys'>;
  readonly library: readonly { readonly id: JourneyId; readonly name: string }[];
  readonly journey: Journey | undefined;
  readonly audiences: readonly AudienceSummary[];
  readonly run: { readonly kind: string; readonly run?: FinishedRun; readonly words?: string };
  readonly addJourney: (journey: Journey) => Promise<void>;
  readonly openJourney: (id: JourneyId) => Promise<void>;
}

type Named = Pick<FinishedRun, 'audienceName' | 'audienceRows' | 'customerWorth'>;

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
  const { ports, audiences } = get();
  const found = await audienceOf(rehearsal, audiences, ports);
  const journey = await bringIn(rehearsal.journey, get());
  const { policies, calibration, contacts, seed, showFor, report } = rehearsal;
  const { audience } = rehearsal;
  const named: Named = {
    ...(audience.kind === 'imported'
      ? { audienceName: audience.name, audienceRows: audience.rows }
      : { audienceName: '' }),
    ...(rehearsal.customerWorth && { customerWorth: rehearsal.customerWorth }),
  };
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

/** Opens the journey that is here already, as the file has it; else stores it, under a free name and id. */
async function bringIn(filed: Journey, app: OpenApp): Promise<Journey> {
  const { library } = app;
  const here = await sameHere(filed, app);
  if (here) {
    if (app.journey?.id !== here.id) await app.openJourney(here.id);
    return here;
  }
  const isTaken = library.some(({ id }) => id === filed.id);
  const taken = new Set(library.map(({ name }) => name));
  // Luck goes by another key, so a copy has the same.
  const id = isTaken ? journeyId(`j-${crypto.randomUUID()}`) : filed.id;
  const journey = { ...filed, id, name: freeName(filed.name, taken) };
  await app.addJourney(journey);
  return journey;
}

/** Among those of its name, numbered or not. */
async function sameHere(filed: Journey, { library, ports, journey }: OpenApp): Promise<Journey | undefined> {
  const bare = ({ id: _, name: __, ...rest }: Journey) => rest;
  const candidates = library.filter(
    ({ name }) => name.startsWith(filed.name) && /^( \d+)?$/.test(name.slice(filed.name.length)),
  );
  for (const { id } of candidates) {
    const there = id === journey?.id ? journey : await ports.journeys.peek(id).catch(() => undefined);
    if (there && sameJson(bare(there), bare(filed))) return there;
  }
  return undefined;
}

/** “Welcome”, “Welcome 2”, “Welcome 3”. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(number === 1 ? name : `${name} ${number}`)) number++;
  return number === 1 ? name : `${name} ${number}`;
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

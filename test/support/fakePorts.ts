import { AttributionWork } from '../../src/analytics/attribution/attributionWork.ts';
import type { Report } from '../../src/analytics/report.ts';
import type { Audience } from '../../src/audience/audience.ts';
import type { Journey, JourneyId } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { findProblems } from '../../src/journey/problems.ts';
import type { Rule } from '../../src/journey/rules.ts';
import type {
  AudienceChoice,
  AudienceSummary,
  CloseUpOutcome,
  FinishedRun,
  Operation,
  PlaybackOutcome,
  Ports,
  Progress,
  SimulationOutcome,
  SimulationRequest,
  VersionSummary,
} from '../../src/state/ports.ts';
import { fakeExchange } from './fakeExchange.ts';

/** A promise that the test settles. */
export interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: Error): void;
}

export function deferred<T>(): Deferred<T> {
  let settle!: Pick<Deferred<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}

const nothing = { value: 0, low: 0, high: 0 };

/** The same in each of the 128 groups. */
function groupsOf(conversions: number): Report['groups'] {
  const each = (value: number) => Array.from({ length: 128 }, () => value);
  return {
    contacts: each(20_000 / 128),
    sent: each(0),
    conversions: each(conversions / 5 / 128),
    revenue: each(0),
    cost: each(0),
    profit: each(0),
    unsubscribed: each(0),
    conversionsAudience: each(conversions / 5 / 128),
    revenueAudience: each(0),
    profitAudience: each(0),
  };
}

/** A report in which `conversions` people convert and nothing else is counted. */
export function reportOf(conversions: number, more: Partial<Report> = {}): Report {
  return {
    journey: 'test',
    journeyId: 'test',
    seed: 1,
    contacts: 20_000,
    scaledTo: 100_000,
    seconds: 0.1,
    stepsPerSecond: 1,
    stepsExecuted: 1,
    steps: [],
    messages: [],
    totals: {
      conversions: { value: conversions, low: conversions - 10, high: conversions + 10 },
      conversionsAudience: nothing,
      revenue: nothing,
      cost: nothing,
      profit: nothing,
      unsubscribed: nothing,
    },
    funnel: [],
    entries: { dropped: 0, notEligible: 0, overCap: 0 },
    groups: groupsOf(conversions),
    ...more,
  };
}

/** A run of that journey over the sample audience that ended so. */
export function finishedRun(
  journey: Journey,
  report: Report,
  more: Partial<Omit<FinishedRun, 'request'>> = {},
): FinishedRun {
  const audience = { kind: 'sample', rows: 100_000 } as const;
  const { contacts, seed } = report;
  const request = { journey, audience, contacts, seed, calibration: {}, policies: NO_POLICIES };
  return { request, report, finishedAt: 0, audienceName: '', ...more };
}

export interface FakePorts extends Ports {
  readonly stored: Map<JourneyId, Journey>;
  readonly appended: Operation[];
  readonly kept: Map<string, unknown>;
  readonly runsKept: Map<JourneyId, FinishedRun>;
  readonly versionsKept: Map<string, { readonly version: VersionSummary; readonly document: Journey }>;
  /** Texts as they are, other files by their type. */
  readonly saved: { readonly name: string; readonly contents: string }[];
  readonly forecasts: {
    readonly request: SimulationRequest;
    readonly answer: Deferred<SimulationOutcome | undefined>;
  }[];
  readonly runs_: {
    readonly request: SimulationRequest;
    readonly answer: Deferred<SimulationOutcome>;
    readonly onProgress: (progress: Progress) => void;
    cancelled: boolean;
  }[];
  readonly comparisons: {
    readonly requests: readonly SimulationRequest[];
    readonly answer: Deferred<readonly SimulationOutcome[]>;
    cancelled: boolean;
  }[];
  readonly playbacks: {
    readonly request: SimulationRequest;
    readonly answer: Deferred<PlaybackOutcome>;
  }[];
  readonly counts: {
    readonly choice: AudienceChoice;
    readonly rules: readonly Rule[];
    readonly answer: Deferred<readonly (number | undefined)[]>;
  }[];
  /** What is known of a contact. */
  contactAt: (row: number) => Readonly<Record<string, string>>;
  /** Writes fail with these words until it is undefined. */
  failing: string | undefined;
  /** Storage answers when this is settled. */
  opening: Promise<unknown>;
}

/** Ports without any edge behind them: storage is a map, the simulator answers when the test says so. */
export function fakePorts(journeys: readonly Journey[] = []): FakePorts {
  const stored = new Map(journeys.map((journey) => [journey.id, journey]));
  const audiences = new Map<string, Audience>();
  const revisions = new Map<string, number>();
  const exchange = fakeExchange();
  const summary = (audience: Audience): AudienceSummary => ({
    id: audience.id,
    name: audience.name,
    rows: audience.rows,
    columns: audience.columns.length,
    importedAt: 0,
    ...(revisions.has(audience.id) && { revision: revisions.get(audience.id) ?? 0 }),
  });
  const ready = async () => {
    await ports.opening;
    if (ports.failing !== undefined) throw new Error(ports.failing);
  };
  const ports: FakePorts = {
    stored,
    appended: [],
    kept: new Map(),
    runsKept: new Map(),
    versionsKept: new Map(),
    saved: [],
    forecasts: [],
    runs_: [],
    comparisons: [],
    playbacks: [],
    counts: [],
    contactAt: (row) => ({ contact_id: String(row + 1) }),
    failing: undefined,
    opening: Promise.resolve(),
    journeys: {
      async list() {
        await ready();
        return [...stored.values()].map(({ id, name, steps }) => ({
          id,
          name,
          steps: Object.keys(steps).length,
          editedAt: 0,
        }));
      },
      async load(id) {
        await ready();
        return stored.get(id);
      },
      async peek(id) {
        await ready();
        return stored.get(id);
      },
      async create(journey, from) {
        await ready();
        stored.set(journey.id, journey);
        for (const { version, document } of [...ports.versionsKept.values()]) {
          if (version.journeyId !== from?.id) continue;
          const id = `${journey.id}.${version.id}`;
          const copy = { ...document, id: journey.id, name: from.nameOf(document.name) };
          ports.versionsKept.set(id, {
            version: { ...version, id, journeyId: journey.id },
            document: copy,
          });
        }
      },
      async append(id, operations, after) {
        await ready();
        if (!stored.has(id)) throw new Error(`no journey ${id}`);
        ports.appended.push(...operations);
        stored.set(id, after);
      },
      async remove(id) {
        await ready();
        stored.delete(id);
        for (const [key, { version }] of ports.versionsKept)
          if (version.journeyId === id) ports.versionsKept.delete(key);
      },
    },
    audiences: {
      list: () => ready().then(() => [...audiences.values()].map(summary)),
      load: (id) => ready().then(() => audiences.get(id)),
      save: (audience) => ready().then(() => void audiences.set(audience.id, audience)),
      async changeRoles(id, roles) {
        await ready();
        const audience = audiences.get(id);
        if (!audience) throw new Error('This audience was deleted in another tab.');
        audiences.set(id, { ...audience, roles });
        revisions.set(id, (revisions.get(id) ?? 0) + 1);
      },
      remove: (id) => ready().then(() => void audiences.delete(id)),
    },
    settings: {
      get: <T>(key: string) => ready().then(() => ports.kept.get(key) as T | undefined),
      set: (key, value) => ready().then(() => void ports.kept.set(key, value)),
    },
    runs: {
      save: (journey, run) => ready().then(() => void ports.runsKept.set(journey, run)),
      load: (journey) => ready().then(() => ports.runsKept.get(journey)),
      past: (journey) =>
        ready().then(() => {
          const run = ports.runsKept.get(journey);
          return run ? [run] : [];
        }),
    },
    versions: {
      async list(journey) {
        await ready();
        return [...ports.versionsKept.values()]
          .map(({ version }) => version)
          .filter(({ journeyId }) => journeyId === journey)
          .toReversed();
      },
      load: (id) => ready().then(() => ports.versionsKept.get(id)?.document),
      save: (version, document) =>
        ready().then(() => void ports.versionsKept.set(version.id, { version, document })),
      async rename(id, name) {
        await ready();
        const kept = ports.versionsKept.get(id);
        if (kept) ports.versionsKept.set(id, { ...kept, version: { ...kept.version, name } });
      },
      async remove(id) {
        await ready();
        const kept = ports.versionsKept.get(id);
        ports.versionsKept.delete(id);
        return async () => {
          await ready();
          if (kept) ports.versionsKept.set(id, kept);
        };
      },
    },
    simulator: {
      forecast(request) {
        const answer = deferred<SimulationOutcome | undefined>();
        ports.forecasts.push({ request, answer });
        return answer.promise;
      },
      run(request, onProgress) {
        const answer = deferred<SimulationOutcome>();
        const run = { request, answer, onProgress, cancelled: false };
        ports.runs_.push(run);
        return {
          done: answer.promise,
          cancel: () => {
            run.cancelled = true;
          },
        };
      },
      compare(requests) {
        const answer = deferred<readonly SimulationOutcome[]>();
        const comparison = { requests, answer, cancelled: false };
        ports.comparisons.push(comparison);
        return {
          done: answer.promise,
          cancel: () => {
            comparison.cancelled = true;
          },
        };
      },
      playback(request) {
        const answer = deferred<PlaybackOutcome>();
        ports.playbacks.push({ request, answer });
        return answer.promise;
      },
      countRules(choice, rules) {
        const answer = deferred<readonly (number | undefined)[]>();
        ports.counts.push({ choice, rules, answer });
        return answer.promise;
      },
      closeUp: () => deferred<CloseUpOutcome>().promise,
      contactForm: (_, row) => Promise.resolve().then(() => ports.contactAt(row)),
      findContacts: () => Promise.resolve([]),
      parts: () => Promise.resolve(undefined),
      contact: (_, row) => Promise.resolve().then(() => ports.contactAt(row)),
      schema: (choice) =>
        Promise.resolve({
          rows: choice.kind === 'sample' ? choice.rows : 0,
          columns: [],
          roles: {},
          zones: [],
        }),
    },
    importer: {
      importCsv: () => ({ done: Promise.resolve({ ok: false, problems: [] }), cancel: () => undefined }),
    },
    linter: () => Promise.resolve(findProblems),
    files: {
      save: (name, type, contents) =>
        void ports.saved.push({ name, contents: typeof contents === 'string' ? contents : type }),
    },
    exchange: () => Promise.resolve(exchange),
    attribute: (run) => {
      const work = new AttributionWork();
      work.open(run);
      return Promise.resolve({
        attribute: (request) => Promise.resolve(work.attribute(request)),
        end: () => undefined,
      });
    },
  };
  return ports;
}

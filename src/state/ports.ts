import type { AttributionRequest, Credit, TouchedRun } from '../analytics/attribution/attributionWork.ts';
import type { RunDetail } from '../analytics/detail.ts';
import type { Playback } from '../analytics/playback.ts';
import type { Report } from '../analytics/report.ts';
import type { Audience, AudienceSchema, Roles } from '../audience/audience.ts';
import type { CloseUp, Who } from '../analytics/stories/closeUp.ts';
import type { FoundContact } from '../audience/findContacts.ts';
import type { ContactForm } from '../audience/oneContact.ts';
import type { ForcedAnswer } from '../compile/program.ts';
import type { SegmentFigures } from '../analytics/segmentFigures.ts';
import type { Part } from '../audience/parts.ts';
import type { Calibration } from '../journey/calibration.ts';
import type { Channel } from '../journey/channels.ts';
import type { Facts } from '../journey/facts.ts';
import type { Journey, JourneyId } from '../journey/journey.ts';
import type { Problem } from '../journey/problem.ts';
import type { Rule } from '../journey/rules.ts';
import type { Policies } from '../journey/policies.ts';
import type { CustomerWorthInputs } from './customerWorthInputs.ts';
import type { Exchange } from './exchangePort.ts';

/** What the open app needs from its edges. `main.tsx` puts the real ones in; tests may put others. */
export interface Ports {
  readonly journeys: JourneyStore;
  readonly audiences: AudienceStore;
  readonly settings: SettingsStore;
  readonly runs: RunStore;
  readonly versions: VersionStore;
  readonly simulator: Simulator;
  readonly importer: Importer;
  readonly files: Files;
  /** Fetched when there are numbers: what stops a run is known without it. */
  readonly linter: () => Promise<Linter>;
  /** Fetched when it is first asked for: nobody needs other tools' texts to see a journey. */
  readonly exchange: () => Promise<Exchange>;
  /** Credits a run's touches, in a worker of its own that lives until it is ended. */
  readonly attribute: (run: TouchedRun) => Promise<Attributor>;
}

/** Everything doubtful about a journey, errors first. */
export type Linter = (journey: Journey, facts: Facts) => readonly Problem[];

export interface JourneySummary {
  readonly id: JourneyId;
  readonly name: string;
  readonly steps: number;
  readonly editedAt: number;
}

/** What a copy was made of. */
export interface Origin {
  readonly id: JourneyId;
  /** What a name in the origin is in the copy: versions keep differing from it only in what was edited. */
  readonly nameOf: (name: string) => string;
}

/** One small change, as Immer JSON patches forward and back. */
export interface Operation {
  readonly patches: readonly unknown[];
  readonly inverse: readonly unknown[];
}

/** All writes resolve only when the change is durable (`oncomplete` of a strict transaction) and reject with a sentence. */
export interface JourneyStore {
  list(): Promise<readonly JourneySummary[]>;
  /** Reads a journey to edit it here: later appends build on what was read. */
  load(id: JourneyId): Promise<Journey | undefined>;
  /** Reads a journey to show it; what this tab edits stays where it was. */
  peek(id: JourneyId): Promise<Journey | undefined>;
  /** Writes the whole document; used once, when it is new. Of a copy, the versions of its origin are copied with it. */
  create(journey: Journey, from?: Origin): Promise<void>;
  /** Rejects with an error named `Conflict` when another tab changed or deleted the document. Appends operations and moves the document from `revision` to the revision returned. */
  append(id: JourneyId, operations: readonly Operation[], after: Journey): Promise<void>;
  remove(id: JourneyId): Promise<void>;
}

export interface AudienceSummary {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly importedAt: number;
  /** How often its roles were changed; absent: never. */
  readonly revision?: number;
}

export interface AudienceStore {
  list(): Promise<readonly AudienceSummary[]>;
  load(id: string): Promise<Audience | undefined>;
  /** Columns in chunks behind a manifest that turns ready last: half an audience is never seen. */
  save(audience: Audience): Promise<void>;
  changeRoles(id: string, roles: Roles): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Small things of this browser: open journey and audience, calibration, policies, theme, panel sizes. */
export interface SettingsStore {
  get<T>(key: string): Promise<T | undefined>;
  set(key: string, value: unknown): Promise<void>;
}

/** The last full run of each journey, so that a reload finds its numbers, and what made the ones before. */
export interface RunStore {
  save(journey: JourneyId, run: FinishedRun): Promise<void>;
  load(journey: JourneyId): Promise<FinishedRun | undefined>;
  /** Newest first, at most 20, the last one included. */
  past(journey: JourneyId): Promise<readonly PastRun[]>;
}

/** A run as the list of runs keeps it. */
export type PastRun = Omit<FinishedRun, 'detail' | 'before'>;

export interface FinishedRun {
  /** What makes it again, number for number. Results are stale when its journey is no longer as the open one. */
  readonly request: SimulationRequest;
  readonly report: Report;
  readonly detail?: RunDetail;
  readonly finishedAt: number;
  readonly audienceName: string;
  /** Contacts of an imported audience, to say what is missing where it is not. */
  readonly audienceRows?: number;
  /** What a customer brings, of a run from a file; absent: what this browser keeps. */
  readonly customerWorth?: CustomerWorthInputs;
  /** The run of this journey before, to see what has changed since. */
  readonly before?: Pick<FinishedRun, 'report' | 'finishedAt'>;
}

/** A journey as it was when somebody gave that state a name. The document itself is loaded by its id. */
export interface VersionSummary {
  readonly id: string;
  readonly journeyId: JourneyId;
  readonly name: string;
  readonly note?: string;
  readonly savedAt: number;
}

/** Named versions of journeys; they go when their journey is removed. Rejects with a sentence. */
export interface VersionStore {
  /** Newest first. */
  list(journey: JourneyId): Promise<readonly VersionSummary[]>;
  /** Undefined when the version is not there (any more). */
  load(id: string): Promise<Journey | undefined>;
  /** Rejects when the journey itself is not stored. */
  save(version: VersionSummary, document: Journey): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Resolves to what puts the version back as it was. */
  remove(id: string): Promise<() => Promise<void>>;
}

/** Which contacts a simulation uses. */
export type AudienceChoice =
  /** Made by code, `rows` large. */
  | { readonly kind: 'sample'; readonly rows: number }
  /** `revision` is that of its summary: with other roles it is another audience to whoever keeps answers about it. */
  | { readonly kind: 'imported'; readonly id: string; readonly revision?: number };

export interface SimulationRequest {
  readonly journey: Journey;
  readonly audience: AudienceChoice;
  /** How many contacts to simulate. Fewer than the audience has: those with the smallest keyed hashes. */
  readonly contacts: number;
  readonly seed: number;
  readonly calibration: Calibration;
  readonly policies: Policies;
  /** Channels on which nobody can be reached: what a run would be without them, everybody's luck elsewhere the same. */
  readonly muted?: readonly Channel[];
  /** For how many contacts figures are shown; left out: a forecast's and a comparison's for the whole audience, a run's as simulated. */
  readonly showFor?: number;
  /** Whether the report has its `detail`. */
  readonly detailed?: boolean;
  /** Rules over what is known of contacts before the run: the outcome says apart what those for whom each holds come to. */
  readonly segments?: readonly Rule[];
  /** The column that says which contacts are of one account; the `detail` then has what it takes to read it by account. */
  readonly accounts?: string;
}

export type SimulationOutcome =
  | {
      readonly ok: true;
      readonly report: Report;
      readonly detail?: RunDetail;
      readonly segments?: readonly SegmentFigures[];
    }
  /** The journey cannot be run: what is wrong, where. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type PlaybackOutcome =
  | { readonly ok: true; readonly playback: Playback }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type CloseUpOutcome =
  | { readonly ok: true; readonly closeUp: CloseUp }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface RunHandle {
  /** Rejects with a sentence when a worker died twice; with an error named `Cancelled` when cancelled. */
  readonly done: Promise<SimulationOutcome>;
  cancel(): void;
}

export interface ComparisonHandle {
  /** Rejects as that of a run does. */
  readonly done: Promise<readonly SimulationOutcome[]>;
  cancel(): void;
}

export interface Progress {
  /** 0–1. */
  readonly share: number;
  /** Unknown (undefined) until enough is done. */
  readonly secondsLeft?: number;
  /** Of a run: parts that are run once more because a worker died. */
  readonly repeats?: number;
}

export interface Simulator {
  /** Answers with the newest request only; an older one that is overtaken resolves to undefined. */
  forecast(request: SimulationRequest): Promise<SimulationOutcome | undefined>;
  run(request: SimulationRequest, onProgress: (progress: Progress) => void): RunHandle;
  /**
   * Forecasts of several designs over the same contacts with the same luck, so that their reports can be compared pair by pair; answers in
   * the order of the requests. Never in the way of `forecast`.
   */
  compare(
    requests: readonly SimulationRequest[],
    onProgress?: (progress: Progress) => void,
  ): ComparisonHandle;
  /** Every move of the contacts asked for, or of all if the audience has fewer. Rejects with a sentence. */
  playback(request: SimulationRequest): Promise<PlaybackOutcome>;
  /** Single contacts with the odds of what was drawn, or what would have come if their answers had been others. Rejects with a sentence. */
  closeUp(request: SimulationRequest, who: Who, forced?: readonly ForcedAnswer[]): Promise<CloseUpOutcome>;
  schema(choice: AudienceChoice): Promise<AudienceSchema>;
  /** What is known of one contact, by column, as people write it; `row` from 0. What is missing is left out. */
  contact(choice: AudienceChoice, row: number): Promise<Readonly<Record<string, string>>>;
  /** The same as a form holds it. */
  contactForm(choice: AudienceChoice, row: number): Promise<ContactForm>;
  /** Contacts of whom a column says this text, the first `most` by number. */
  findContacts(choice: AudienceChoice, text: string, most: number): Promise<readonly FoundContact[]>;
  /** The audience cut by one of its columns; undefined: it has no such column. */
  parts(choice: AudienceChoice, column: string): Promise<readonly Part[] | undefined>;
  /** How many contacts of the whole audience match each rule, as they are before a run; undefined where only a run can tell. */
  countRules(choice: AudienceChoice, rules: readonly Rule[]): Promise<readonly (number | undefined)[]>;
}

export interface ImportHandle {
  readonly done: Promise<
    | {
        readonly ok: true;
        readonly audience: Audience;
        /** What the file did not say clearly: rows left out, times without a zone. */
        readonly warnings?: readonly Problem[];
      }
    | { readonly ok: false; readonly problems: readonly Problem[] }
  >;
  cancel(): void;
}

export interface Importer {
  /** Reads a CSV file in a worker. Roles are guessed from names and values. */
  importCsv(file: Blob, name: string, onProgress: (progress: Progress) => void): ImportHandle;
}

export interface Attributor {
  /** Answers the newest question only; an older one that is overtaken resolves to undefined. Rejects with a sentence. */
  attribute(request: AttributionRequest): Promise<Credit | undefined>;
  end(): void;
}

/** Files out. Files in arrive as `File` from the page. */
export interface Files {
  save(name: string, type: string, contents: string | Blob): void;
}

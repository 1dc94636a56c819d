import type { AudienceSchema, Roles } from '../audience/audience.ts';
import type { Edit } from '../journey/edits.ts';
import type { Journey, JourneyId, StepId } from '../journey/journey.ts';
import type { Problem } from '../journey/problem.ts';
import type { Report } from '../analytics/report.ts';
import type { Rehearsal } from './exchangePort.ts';
import type {
  AudienceChoice,
  AudienceSummary,
  FinishedRun,
  JourneySummary,
  Ports,
  Progress,
  VersionSummary,
} from './ports.ts';
import type { LitWay } from './litWay.ts';
import type { OpenedRehearsal } from './openRehearsal.ts';
import type { VersionActions } from './versions.ts';
import type { SettingsActions, WorkspaceSettings } from './workspaceSettings.ts';

/** What the open app holds. Views read slices of it; only `WorkspaceActions` change it. */
export interface WorkspaceState extends WorkspaceSettings {
  /** Why the last change of settings holds for this visit alone; undefined: it is kept. */
  readonly settingsUnkept: string | undefined;
  /** `starting` until storage answered; `failed` says why in `startError`. */
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly startError?: string | undefined;
  readonly library: readonly JourneySummary[];
  readonly audiences: readonly AudienceSummary[];
  /** The open journey; undefined only while starting. */
  readonly journey: Journey | undefined;
  /** Moves with everything that is done to the open journey, not with the name and id under which it is kept. */
  readonly revision: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly selection: readonly StepId[];
  /** The way of a contact that is lit on the canvas. */
  readonly way?: LitWay | undefined;
  readonly problems: readonly Problem[];
  readonly save: SaveState;
  /** Name under which this tab's work on a journey was kept, because another tab had changed or deleted the journey. */
  readonly keptApart: string | undefined;
  /** Of the open journey, newest first; undefined until somebody asked for them. */
  readonly versions: readonly VersionSummary[] | undefined;
  readonly audience: AudienceChoice;
  /** Undefined until the simulator told it. */
  readonly schema: AudienceSchema | undefined;
  readonly forecast: ForecastState;
  readonly run: RunState;
}

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number }
  | { readonly kind: 'saving' }
  /** Not durable: the words say why; the document can be downloaded. */
  | { readonly kind: 'failed'; readonly words: string };

export interface ForecastState {
  /** The newest report there is; stale while `pending`. */
  readonly report: Report | undefined;
  /** The report that the last change started from, until somebody stops comparing. */
  readonly before?: Report | undefined;
  readonly pending: boolean;
  /** Why there is no newer report: the journey cannot run. */
  readonly problems: readonly Problem[];
  /** The simulator failed (not the journey). */
  readonly error?: string | undefined;
}

export type RunState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly contacts: number; readonly progress: Progress }
  | { readonly kind: 'finished'; readonly run: FinishedRun }
  | { readonly kind: 'failed'; readonly words: string };

export interface WorkspaceActions extends VersionActions, SettingsActions {
  readonly start: () => Promise<void>;
  /** Applies one undo step. Edits with the same `merge` key that follow each other (typing, dragging) become one step. */
  readonly edit: (edit: Edit, options?: { readonly merge?: string }) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly select: (ids: readonly StepId[]) => void;
  /** Lights a contact's way instead of whatever was selected; undefined: no longer. */
  readonly lightWay: (way: LitWay | undefined) => void;
  readonly openJourney: (id: JourneyId) => Promise<void>;
  /** Stores a new journey (a template's copy, an import, an empty one) and opens it. */
  readonly addJourney: (journey: Journey) => Promise<void>;
  readonly removeJourney: (id: JourneyId) => Promise<void>;
  readonly chooseAudience: (choice: AudienceChoice) => Promise<void>;
  /** Imported audiences appear in `audiences` and are chosen. */
  readonly audienceImported: (id: string) => Promise<void>;
  /** What its columns are for. The open journey's problems, counts and forecast follow when it is the chosen one. */
  readonly changeRoles: (id: string, roles: Roles) => Promise<void>;
  readonly removeAudience: (id: string) => Promise<void>;
  readonly stopComparing: () => void;
  /** Without a seed, the seed of the forecast. */
  readonly startRun: (contacts: number, seed?: number) => void;
  /** Makes a run again with what it was made with; resolves when it is over, whatever became of it. */
  readonly repeatRun: (run: Pick<FinishedRun, 'request' | 'audienceName'>) => Promise<void>;
  /** Stores and opens the journey of a rehearsal, makes its run again, and says whether the numbers are the same. */
  readonly openRehearsal: (rehearsal: Rehearsal) => Promise<OpenedRehearsal>;
  readonly cancelRun: () => void;
  readonly ports: Ports;
}

export type Workspace = WorkspaceState & WorkspaceActions;

/** Contacts in a forecast while editing. */
export const FORECAST_CONTACTS = 20_000;

/** Rows of the sample audience, and so what its forecast stands for. */
export const SAMPLE_CONTACTS = 100_000;

export const DEFAULT_SEED = 1;

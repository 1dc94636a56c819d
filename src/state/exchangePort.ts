import type { Report } from '../analytics/report.ts';
import type { Audience, ColumnType } from '../audience/audience.ts';
import type { Calibration } from '../journey/calibration.ts';
import type { Journey, StepId } from '../journey/journey.ts';
import type { Policies } from '../journey/policies.ts';
import type {
  BuildSheet,
  ExchangeFile,
  Exported,
  ExportOptions,
  Sheeted,
  Unzipped,
} from '../journey/portability.ts';
import type { Problem } from '../journey/problem.ts';
import type { StepKind } from '../journey/steps/index.ts';
import type { CustomerWorthInputs } from './customerWorthInputs.ts';

/** Journeys as the text of other tools. */
export interface Exchange {
  /** Where journeys can be taken to, in the order in which they are offered. */
  readonly platforms: readonly PlatformChoice[];
  /** The files for a platform that takes files, and what becomes of each step there. */
  writeFor(platform: string, journey: Journey, options: ExportOptions): Promise<Exported>;
  /** How to build the journey by hand on a platform that takes none. */
  sheetFor(platform: string, journey: Journey, options: ExportOptions): Promise<Sheeted>;
  /** The same sheet as text for a list of tasks elsewhere, in Markdown. */
  readonly writeSheet: (sheet: BuildSheet) => string;
  /** Several files as the bytes of one `.zip`. */
  zipOf(files: readonly ExchangeFile[]): Promise<Uint8Array<ArrayBuffer>>;
  /** The files in a `.zip`, by the last part of their names; of one that is damaged or far too large, why it is refused. */
  unzipOf(bytes: Uint8Array): Promise<Unzipped>;
  /**
   * The journey in files of a platform, whichever it is; with everything else, a refusal. `base`: the journey that they were made from;
   * what they have no place for is taken from it again.
   */
  readPlatformFiles(
    files: readonly ExchangeFile[],
    options?: { readonly base?: Journey },
  ): Promise<PlatformReading>;
  /** A `.rehearsal` file. */
  readonly writeRehearsal: (rehearsal: Rehearsal) => string;
  readonly readRehearsal: (text: string) => RehearsalReading;
  /** Tells whether a list of contacts is the one that a file was made with; the list cannot be had back from it. */
  readonly fingerprintOf: (audience: Audience) => string;
  /** The journey that a Mermaid flowchart is meant to be; `kinds` are the boxes that the person knows better. */
  readMermaid(text: string, kinds?: Readonly<Record<StepId, StepKind>>): FlowchartReading;
}

/** Everything that makes a run again, and what it came to. No contact is in it. */
export interface Rehearsal {
  readonly journey: Journey;
  readonly audience: RehearsalAudience;
  readonly contacts: number;
  readonly seed: number;
  readonly policies: Policies;
  readonly calibration: Calibration;
  /** For how many contacts the figures are shown; left out: as simulated. */
  readonly showFor?: number;
  readonly finishedAt: number;
  readonly report: Report;
  /** What lifetime value, payback and what hangs on them are worked out from, where it was told. */
  readonly customerWorth?: CustomerWorthInputs;
}

export type RehearsalAudience =
  | { readonly kind: 'sample'; readonly rows: number }
  | {
      readonly kind: 'imported';
      readonly name: string;
      readonly rows: number;
      /** Names, kinds and roles; no value of any contact. */
      readonly columns: readonly {
        readonly name: string;
        readonly type: ColumnType;
        readonly role?: string;
      }[];
      readonly fingerprint: string;
    };

export type RehearsalReading =
  | { readonly ok: true; readonly rehearsal: Rehearsal }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface PlatformChoice {
  readonly id: string;
  readonly name: string;
  /**
   * How far what is written was checked: against the platform's published schema, by running it in an engine, by the format's own parser,
   * against rules of ours made from its documentation; `manual`: a sheet to build by.
   */
  readonly checked: 'schema' | 'engine' | 'parser' | 'rules' | 'manual';
  /** What takes the file, in the platform's own words. */
  readonly takenBy: string;
  /** Its files hold all of a journey, what only a rehearsal knows as well. */
  readonly isWhole: boolean;
}

export type PlatformReading =
  | {
      readonly ok: true;
      /** Name of the platform. */
      readonly platform: string;
      /** Files of this platform hold all of a journey, what only a rehearsal knows as well. */
      readonly isWhole: boolean;
      readonly journey: Journey;
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly platform?: string; readonly problems: readonly Problem[] };

export type FlowchartReading =
  | {
      readonly ok: true;
      readonly journey: Journey;
      readonly guesses: readonly KindGuess[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a box of a flowchart was taken for, and why. */
export interface KindGuess {
  readonly step: StepId;
  readonly kind: StepKind;
  /** A sentence. */
  readonly reason: string;
  /** Kinds that it could be instead. */
  readonly alternatives: readonly StepKind[];
}

import type { StepId } from './ids.ts';
import type { Policies } from './policies.ts';
import type { Problem } from './problem.ts';

/** One file that goes out or comes in: its whole text, in UTF-8. */
export interface ExchangeFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** The files of an archive, or why there are none. */
export type Unzipped =
  | { readonly ok: true; readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[] }
  | { readonly ok: false; readonly problem: Problem };

/** Whether a platform has a thing itself, is made to do it by other means, or does something else instead. */
export type Fitting = 'native' | 'emulated' | 'missing';

/** What becomes of one thing of a journey on a platform. */
export interface Fit {
  readonly fit: Fitting;
  /** Of the journey that is exported; absent: about the journey as a whole. */
  readonly step?: StepId;
  /** What this is about: `wait-rounded`, `loop-unrolled`. */
  readonly code: string;
  /** An English sentence: how it is done there, or what happens instead. Empty where it is native and there is nothing to say. */
  readonly words: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Whether importing the file again brings this back as it was. */
  readonly returns: boolean;
}

/**
 * What may stand in a blank; an answer is checked before a file is made of it. `wholeNumber`: above 0. `url`: http or https, without
 * spaces. `code`: letters, digits, `-` and `_`. `choice`: one of the blank's options.
 */
export type BlankForm = 'text' | 'uuid' | 'wholeNumber' | 'email' | 'url' | 'code' | 'choice';

/** An id of the account on the platform, which a journey cannot know: a template, a list, a metric. */
export interface Blank {
  /** The same on every export of the same thing: `template:welcome`. */
  readonly id: string;
  /** `template`, `list`, `metric`: what the platform calls it. */
  readonly kind: string;
  /** An English noun phrase: what belongs here and where it is found. */
  readonly what: string;
  readonly step?: StepId;
  readonly form: BlankForm;
  /** What can be chosen, where the form is a choice. */
  readonly options?: readonly string[];
  /** What stands in the files: the answer, else what stood in the file that the journey came from, else a placeholder. */
  readonly value: string;
  /** Whether `value` is more than a placeholder. */
  readonly filled: boolean;
  /** Whether what is written without an answer works as it is: something that goes along with the files. */
  readonly optional: boolean;
  /** `workspace`: one answer for all journeys; `journey`: for this one alone. */
  readonly scope: 'workspace' | 'journey';
}

export interface ExportOptions {
  /** By the ids of blanks. Answers that do not have the blank's form are not used, and warned of. */
  readonly answers?: Readonly<Record<string, string>>;
  /** What the workspace promises about messaging: the report says what becomes of it. */
  readonly policies?: Policies;
}

export type Exported =
  | {
      readonly ok: true;
      /** In the order in which they are to be sent. */
      readonly files: readonly ExchangeFile[];
      /** At least one for every step of the journey, in the order of `stepEntries`, then those of the whole journey. */
      readonly fits: readonly Fit[];
      readonly blanks: readonly Blank[];
      readonly warnings: readonly Problem[];
    }
  /** Nothing can be made of this journey for this platform, and why. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** How to build a journey by hand on a platform that takes no file: tasks to be ticked off, in their order. */
export interface BuildSheet {
  readonly title: string;
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  readonly title: string;
  readonly tasks: readonly SheetTask[];
}

export interface SheetTask {
  /** The same on every making of the same thing, so that ticks stay where they were. */
  readonly id: string;
  /** An English sentence: what to do, where. */
  readonly words: string;
  readonly step?: StepId;
  /** What to set, in the platform’s own words, and to what. */
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  /** What to mind. */
  readonly remarks: readonly string[];
}

export type Sheeted =
  | {
      readonly ok: true;
      readonly sheet: BuildSheet;
      readonly fits: readonly Fit[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

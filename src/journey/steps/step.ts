import * as z from 'zod/mini';
import type { ExitName, StepId } from '../ids.ts';
import { text, wholeNumber } from '../schema/values.ts';

/** What every step kind carries. */
export interface StepBase {
  /** The marketer's name for it; shown everywhere, never used as a key. */
  readonly name: string;
  /** Switched off without deleting: contacts pass at once by the first exit (check: no response, split: everyone else). */
  readonly disabled?: boolean;
  /** Overrides the journey's loop bound for this step, 1–4095. */
  readonly maxPasses?: number;
  readonly note?: string;
}

/** `StepBase` as the fields of a schema; every kind's schema starts with `kind` and these. */
export const stepBase = {
  name: text,
  disabled: z.exactOptional(z.boolean()),
  maxPasses: z.exactOptional(wholeNumber(0, 1e6)),
  note: z.exactOptional(text),
};

/** What one step's checks may look at of the rest. Every `Journey` is one; kinds must not know the other kinds' types. */
export interface Surroundings {
  readonly steps: Readonly<Record<StepId, StepBase & { readonly kind: string }>>;
  readonly links: Readonly<Record<StepId, Readonly<Record<ExitName, StepId>>>>;
}

/** A doubt about one step, before `findProblems` gives it its place and turns `mended` into a one-click edit. */
export interface Finding<S extends StepBase> {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly words: string;
  readonly values?: Readonly<Record<string, string | number>>;
  /** The field, below the step: `until.from`. */
  readonly field?: string;
  /** The step as it would be right. */
  readonly mended?: S;
}

/** All that is known of a step kind on disk; the compiler, engine and forms have a file of the same name each. */
export interface StepDefinition<S extends StepBase> {
  /** A new step that runs as it is. */
  defaults(): S;
  /** Named exits in order: the first is where a disabled step or a spliced one goes on. */
  exits(step: S): readonly ExitName[];
  check(step: S, id: StepId, journey: Surroundings): readonly Finding<S>[];
}

/** The only exit of steps that lead on. */
export const NEXT: readonly ExitName[] = ['next'];

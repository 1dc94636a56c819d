import type { Journey, StepId } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';
import type { SheetTask } from '../../journey/portability.ts';
import type { Rule } from '../../journey/rules.ts';
import type { StepKind, StepOf } from '../../journey/steps/index.ts';
import type { Lacks } from '../lower/lowered.ts';
import type { Portability } from '../portability.ts';

export interface Setting {
  readonly name: string;
  readonly value: string;
}

/** What a dialect says of one step: what to add, and how each of its ways out is called there. */
export interface StepTask {
  readonly words: string;
  readonly settings: readonly Setting[];
  readonly remarks?: readonly string[];
  /** A way out in the platform's words; exits that are not named here are joined to the way of `otherwise`. */
  readonly wayOf?: (exit: string) => string;
}

/** What a dialect may look at while it says a step. */
export interface Saying {
  /** Lowered: the steps that are to be built. */
  readonly journey: Journey;
  readonly id: StepId;
  /** Of the journey that the person sees. */
  readonly source: StepId;
  readonly told: Portability;
  /** The name that a step has in the sheet. */
  readonly nameOf: (id: StepId) => string;
}

/** A way out of one task to another. */
export interface Leading {
  readonly task: string;
  readonly to: StepId;
  readonly journey: Journey;
  /** Whether the task is put here, at the first way that comes to it; other ways lead to where it stands. */
  readonly isPutHere: boolean;
}

type Sayers = { readonly [K in StepKind]: (step: StepOf<K>, saying: Saying) => StepTask };

/** A platform's words: the same journey is said by each in its own menus, steps and fields. */
export interface Dialect extends Sayers {
  readonly platform: string;
  readonly lacks: Lacks;
  /** What to have before anything is built. */
  readonly before: (journey: Journey, told: Portability) => readonly SheetTask[];
  /** Re-entry, exit rules, caps: what is set for the whole. */
  readonly whole: (
    journey: Journey,
    told: Portability,
    policies: Policies | undefined,
  ) => readonly SheetTask[];
  readonly after: (journey: Journey) => readonly SheetTask[];
  /** What a way is called that leads on to another task: its number and name lead, or follow words in front. */
  readonly leadsTo: (way: Leading) => string;
  /** What a way is called that leads nowhere. */
  readonly leadsNowhere: string;
}

/** A question about a contact, in the platform's words. */
export type RuleSayer = (
  leaf: Exclude<Rule, { kind: 'all' | 'any' | 'none' }>,
  saying: Pick<Saying, 'nameOf'>,
) => string;

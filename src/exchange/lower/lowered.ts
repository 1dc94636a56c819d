import type { Journey, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import type { Told } from '../portability.ts';
import type { Fitting } from '../../journey/portability.ts';

/** What a platform has none of, and is to be rewritten by other steps. */
export interface Lacks {
  /** `unroll`: copies of the loop's steps, one set for each pass, up to `maxPasses`. */
  readonly loops: 'keep' | 'unroll';
  /** `expand`: an escalation becomes questions for consent and messages. */
  readonly ladders: 'keep' | 'expand';
  /** `chain`: a split of n branches becomes n splits of one branch and everyone else. */
  readonly splits: 'keep' | 'chain';
  /** `clone`: steps with several ways in are copied, so that each has one. */
  readonly joins: 'keep' | 'clone';
  /** More steps than this are a refusal. */
  readonly mostSteps: number;
  /** Whoever asks draws nothing: new steps get no places. */
  readonly unplaced?: boolean;
}

/** Something that lowering did, in the words of a report. */
export interface Remark extends Told {
  readonly fit: Fitting;
  /** Of the journey before. */
  readonly step?: StepId;
}

export type Lowered =
  | {
      readonly ok: true;
      /** Only steps that contacts come to, none disabled. The first copy of a step keeps its id. */
      readonly journey: Journey;
      /** The step of the journey before that a step stands for. */
      readonly sourceOf: (id: StepId) => StepId;
      readonly remarks: readonly Remark[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

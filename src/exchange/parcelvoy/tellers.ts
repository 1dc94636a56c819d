import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Fitting } from '../../journey/portability.ts';
import type { Told } from '../portability.ts';

/** Events that the platform does not name itself: what they are called there is for the person to say. */
export type OwnEvent = 'converted' | 'replied';

/** What making a step's sketch may ask, and may say. Ids are those of the journey that was lowered. */
export interface Plan {
  readonly journey: Journey;
  /** Number of the campaign that a message sends. */
  readonly campaignOf: (message: StepId) => number;
  readonly listOf: (entry: StepId) => number;
  readonly eventOf: (event: OwnEvent) => string;
  readonly externalOf: (step: StepId) => string;
  /** `step` undefined: the whole journey. */
  readonly say: (fit: Fitting, step: StepId | undefined, told: Told) => void;
}

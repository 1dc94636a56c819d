import type { Journey } from '../../journey/journey.ts';
import type { Lacks, Lowered } from './lowered.ts';

/** The journey in steps that a platform has. Contacts come to the same steps at the same times, as far as the remarks do not say otherwise. */
export function lower(journey: Journey, lacks: Lacks): Lowered {
  throw new Error(`not lowered: ${journey.name} ${JSON.stringify(lacks)}`);
}

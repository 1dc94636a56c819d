import type { Journey } from '../../../journey/journey.ts';
import type { ExportOptions, Sheeted } from '../../../journey/portability.ts';
import { makeSheet } from '../makeSheet.ts';
import { braze } from './braze.ts';

/** How to build the journey as a Braze Canvas. */
export function sheetForBraze(journey: Journey, options: ExportOptions = {}): Sheeted {
  return makeSheet(journey, braze, options);
}

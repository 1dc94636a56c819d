import type { Journey } from '../../../journey/journey.ts';
import type { ExportOptions, Sheeted } from '../../../journey/portability.ts';
import { makeSheet } from '../makeSheet.ts';
import { hubspot } from './hubspot.ts';

/** How to build the journey as a contact-based HubSpot workflow. */
export function sheetForHubspot(journey: Journey, options: ExportOptions = {}): Sheeted {
  return makeSheet(journey, hubspot, options);
}

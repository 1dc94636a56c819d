import type { Journey } from '../../../journey/journey.ts';
import type { ExportOptions, Sheeted } from '../../../journey/portability.ts';
import { makeSheet } from '../makeSheet.ts';
import { marketo } from './marketo.ts';

/** How to build the journey as smart campaigns of one Marketo program. */
export function sheetForMarketo(journey: Journey, options: ExportOptions = {}): Sheeted {
  return makeSheet(journey, marketo, options);
}

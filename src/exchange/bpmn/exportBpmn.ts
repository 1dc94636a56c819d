import { findErrors } from '../../journey/errors.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { Portability } from '../portability.ts';
import { drawSheet } from './drawSheet.ts';
import { tellFits } from './fits.ts';
import { BPMN } from './namespace.ts';
import { elementOf } from './plain.ts';
import { definitionsOf } from './writeDefinitions.ts';

const MEDIA_TYPE = 'application/xml';

/** The journey as one process, with its diagram. A journey that cannot be simulated is not written either. */
export async function exportBpmn(journey: Journey, options: ExportOptions = {}): Promise<Exported> {
  const problems = findErrors(journey);
  if (problems.length > 0) return { ok: false, problems };
  const portability = new Portability(journey, options.answers);
  const drawn = drawSheet(journey);
  tellFits(portability, journey, { drawn: drawn.drawn, policies: options.policies });
  const { xml } = await BPMN.toXML(elementOf(definitionsOf(journey, drawn), BPMN), { format: true });
  return {
    ok: true,
    files: [{ name: fileNameOf(journey.name, '.bpmn'), type: MEDIA_TYPE, text: xml }],
    fits: portability.fits,
    blanks: portability.blanks,
    warnings: portability.warnings,
  };
}

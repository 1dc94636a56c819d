import { findErrors } from '../../journey/errors.ts';
import { linksOf, stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import { MAX_STEPS } from '../../journey/limits.ts';
import { partsOf } from '../../journey/policyParts.ts';
import type { Exported, ExportOptions } from '../../journey/portability.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { Portability } from '../portability.ts';
import { parseFlowchart } from './chart/parseFlowchart.ts';
import { exportMermaid } from './exportMermaid.ts';

/** What Mermaid draws unless the page that it is on lets it draw more. */
const MERMAID_CHARACTERS = 50_000;
const MERMAID_EDGES = 500;

/** The flowchart as a file, with what becomes of each thing: all of a journey comes back, as its comments say what its drawing does not. */
export function exportDrawing(journey: Journey, { policies }: ExportOptions = {}): Exported {
  const portability = new Portability(journey);
  const text = exportMermaid(journey);
  // A drawing of what is not finished is worth having; that it cannot run is told.
  for (const error of findErrors(journey)) portability.warn({ ...error, severity: 'warning' });
  sayWhatIsLeft(journey, portability);
  if (policies && partsOf(policies).length > 0)
    portability.say('missing', undefined, {
      code: 'policies-left-out',
      words:
        'A drawing has no place for what the workspace promises about messaging: caps, quiet hours, budgets and rates are not in it.',
    });
  if (stepEntries(journey).length >= MAX_STEPS || !parseFlowchart(text).ok)
    portability.say('missing', undefined, {
      code: 'too-large-to-return',
      words: 'The drawing is larger than what can be read back. Keep the journey’s own file.',
    });
  warnOfLimits(journey, text, portability);
  return {
    ok: true,
    files: [{ name: fileNameOf(journey.name, '.mmd'), type: 'text/plain', text }],
    fits: portability.fits,
    blanks: portability.blanks,
    warnings: portability.warnings,
  };
}

function sayWhatIsLeft({ notes = {}, groups = {} }: Journey, portability: Portability): void {
  const count = Object.keys(notes).length + Object.keys(groups).length;
  if (count > 0)
    portability.say('missing', undefined, {
      code: 'annotations-left-out',
      words: 'Notes and groups of the canvas are not in the drawing, nor where its cards stand.',
      values: { count },
    });
}

function warnOfLimits(journey: Journey, { length }: string, portability: Portability): void {
  const edges = linksOf(journey).length;
  if (length <= MERMAID_CHARACTERS && edges <= MERMAID_EDGES) return;
  const words = `The flowchart has ${length} characters and ${edges} arrows. Mermaid draws up to ${MERMAID_CHARACTERS} characters and ${MERMAID_EDGES} arrows unless its page raises “maxTextSize” and “maxEdges”.`;
  portability.warn({ code: 'mermaid-limits', severity: 'warning', words, values: { length, edges } });
}

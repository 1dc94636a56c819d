import { stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';

/** Words that begin a statement cannot begin the id of a box, even with a dash after them. */
const RESERVED =
  /^(?:end|graph|flowchart|subgraph|style|linkStyle|class|classDef|click|call|href|direction|accTitle|accDescr|default|interpolate)(?![\w])/i;

/** What each step's box is called: the step's id, unless Mermaid would take that for more than a name. */
export function boxIds(journey: Journey): ReadonlyMap<StepId, string> {
  const taken = new Set<string>(Object.keys(journey.steps));
  return new Map(
    stepEntries(journey).map(([id]) => {
      let word = wordOf(id);
      while (RESERVED.test(word) || (word !== id && taken.has(word))) word = `s_${word}`;
      taken.add(word);
      return [id, word];
    }),
  );
}

/** A double dash begins an arrow wherever it stands; `style` and `direction` mean something to whole lines. */
function wordOf(id: StepId): string {
  return id
    .replace(/-{2,}/g, '_')
    .replace(/[-_]+$/, '_')
    .replace(/direction$/, 'direction_')
    .replace(/style/g, 'Style')
    .replace(/classDef/g, 'ClassDef');
}

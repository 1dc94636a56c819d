import type { Draft } from '../draft.ts';
import type { Flowchart } from './chart/flowchart.ts';
import type { Node } from './readChart.ts';
import type { Said } from './readRemarks.ts';

/** One warning per kind of statement that was left out. */
export function warnOfIgnored({ ignored }: Flowchart, draft: Draft): void {
  for (const what of new Set(ignored.map((one) => one.what))) {
    const all = ignored.filter((one) => one.what === what);
    const times = all.length === 1 ? 'once' : `${all.length} times`;
    const line = all.find((one) => one.line > 0)?.line;
    draft.warn({
      code: 'mermaid-ignored',
      words: ignoredWords(what, times),
      values: { what, times: all.length },
      ...(line !== undefined && { path: `line ${line}` }),
    });
  }
}

/** What comments say of boxes that were redrawn or taken away; and of arrows that a journey cannot have. */
export function warnOfChanges(nodes: readonly Node[], said: Said, draft: Draft): void {
  const drawn = new Set(nodes.map(({ vertex }) => vertex.id));
  for (const [box, { line, step }] of said.steps)
    if (!drawn.has(box))
      draft.warn({
        code: 'mermaid-box-gone',
        words: `The box of “${step.name}” is no longer in the drawing, so the step is not in the journey.`,
        path: `line ${line}`,
      });
  for (const { outdated, vertex } of nodes)
    if (outdated !== undefined)
      draft.warn({
        code: 'mermaid-redrawn',
        words: `The box “${vertex.label || vertex.id}” has another kind or other arrows than its comment in line ${outdated} says: it was read from the drawing alone.`,
        path: `line ${outdated}`,
      });
  for (const { kind, vertex, onward } of nodes)
    if (kind === 'exit' && onward.length > 0)
      draft.warn({
        code: 'mermaid-arrow-after-exit',
        words: `Arrows lead on from “${vertex.label || vertex.id}”, where contacts leave the journey. They were left out.`,
      });
}

function ignoredWords(what: string, times: string): string {
  switch (what) {
    case 'subgraph':
      return `Frames (subgraph) were taken away, ${times}; the steps in them are kept.`;
    case 'arrow at a subgraph':
      return `Arrows at a frame now lead to its first step or come from its last, ${times}.`;
    case 'second arrowhead':
      return `Arrows with a head at both ends lead from the first box to the second only, ${times}.`;
    case 'click':
      return `“click” was left out, ${times}: nothing that a flowchart wants to open or run is opened, run or kept.`;
    default:
      return `“${what}” says nothing about a journey and was left out, ${times}.`;
  }
}

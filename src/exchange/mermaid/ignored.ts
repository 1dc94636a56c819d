import type { Draft } from '../draft.ts';
import type { Flowchart } from './chart/flowchart.ts';

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

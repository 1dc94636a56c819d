import { useEffect } from 'react';
import type { Playback } from '../../../analytics/playback.ts';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { CanvasNode } from '../flow.ts';
import type { LinkEdge } from '../linkEdges.ts';
import { markDrawn } from '../markDrawn.ts';

const SLIDE_MILLISECONDS = 160;

/**
 * Brings a contact's path into sight, and marks the cards and links that she never comes to, so that it stands out.
 */
export function useLitPath(
  bench: HTMLElement,
  { steps, visits }: Playback,
  { contact, still }: { readonly contact: number | undefined; readonly still: boolean },
): void {
  const view = useStoreApi<CanvasNode, LinkEdge>();
  const flow = useReactFlow();
  useEffect(() => {
    if (contact === undefined) return undefined;
    const { edges } = view.getState();
    const lit = new Set<string>();
    for (let row = visits.from[contact] ?? 0; row < (visits.from[contact + 1] ?? 0); row++) {
      const step = steps[visits.step[row]!]!;
      lit.add(step.id);
      const exit = step.exits[visits.exit[row]!];
      const link = edges.find(({ source, data }) => source === step.id && data?.exit === exit);
      if (link) lit.add(link.id);
    }
    const nodes = steps.filter(({ id }) => lit.has(id)).map(({ id }) => ({ id }));
    if (nodes.length > 0)
      void flow.fitView({ nodes, padding: 0.12, maxZoom: 1, duration: still ? 0 : SLIDE_MILLISECONDS });
    return markDrawn(bench, 'dimmed', (id) => !lit.has(id));
  }, [bench, view, flow, steps, visits, contact, still]);
}

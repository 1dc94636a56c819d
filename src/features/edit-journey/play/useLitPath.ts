import { useEffect } from 'react';
import type { Playback } from '../../../analytics/playback.ts';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { CanvasNode } from '../flow.ts';
import type { LinkEdge } from '../linkEdges.ts';

const SLIDE_MILLISECONDS = 160;

/**
 * Brings a contact's path into sight, and marks the cards and links that she never comes to, so that it stands out. React knows nothing
 * of the mark.
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
    const drawn = bench.querySelectorAll<HTMLElement>('.react-flow__node, .react-flow__edge');
    const dimmed = [...drawn].filter(({ dataset }) => !lit.has(dataset['id'] ?? ''));
    const nodes = steps.filter(({ id }) => lit.has(id)).map(({ id }) => ({ id }));
    if (nodes.length > 0)
      void flow.fitView({ nodes, padding: 0.12, maxZoom: 1, duration: still ? 0 : SLIDE_MILLISECONDS });
    for (const element of dimmed) element.dataset['dimmed'] = '';
    return () => {
      for (const element of dimmed) delete element.dataset['dimmed'];
    };
  }, [bench, view, flow, steps, visits, contact, still]);
}

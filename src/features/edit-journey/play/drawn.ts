import type { ReactFlowState } from '@xyflow/react';
import type { CanvasNode } from '../flow.ts';
import type { LinkEdge } from '../linkEdges.ts';
import type { Drawn } from './picture.ts';

export type CanvasState = ReactFlowState<CanvasNode, LinkEdge>;

/** Cards where React Flow has them, and ribbons as they are on the page: dots follow the very paths that are seen. */
export function drawnOn(canvas: Element, { nodeLookup, edges }: CanvasState): Drawn {
  const byExit = new Map(edges.map((edge) => [`${edge.source} ${edge.data?.exit ?? ''}`, edge]));
  return {
    boxOf: (step) => {
      const node = nodeLookup.get(step);
      const { width = 0, height = 0 } = node?.measured ?? {};
      return node && { ...node.internals.positionAbsolute, width, height };
    },
    ribbonOf: (step, exit) => {
      const edge = byExit.get(`${step} ${exit}`);
      const element =
        edge && canvas.querySelector(`.react-flow__edge[data-id="${CSS.escape(edge.id)}"] path`);
      const path = element?.getAttribute('d');
      return path ? { path, width: edge?.data?.width ?? 0 } : undefined;
    },
  };
}

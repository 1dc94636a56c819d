import type { CSSProperties } from 'react';
import {
  Background,
  BackgroundVariant,
  MiniMap,
  ReactFlow,
  useEdgesState,
  useNodesState,
  type Viewport,
} from '@xyflow/react';
import { PlainCard } from './PlainCard.tsx';
import type { CardNode, Picture } from './picture.ts';

const NODE_TYPES = { card: PlainCard };
const SNAP: [number, number] = [8, 8];
const MAP_SIZE = { width: 168, height: 104 };

interface PlainFlowProps extends Picture {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly viewport: Viewport;
  readonly edited: string;
}

/** React Flow as its documentation shows it: state of its own hooks, memoised cards, default edges, small map, dots. */
export function PlainFlow({ nodes: first, edges: firstEdges, box, viewport, edited }: PlainFlowProps) {
  const [nodes, setNodes, onNodesChange] = useNodesState(first);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  const place: CSSProperties = {
    position: 'absolute',
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
  };
  const type = (days: string) =>
    setNodes((before) =>
      before.map((node) =>
        node.id === edited ? { ...node, data: { ...node.data, summary: `Wait ${days} days` } } : node,
      ),
    );
  return (
    <>
      <input aria-label="Days" defaultValue="2" onChange={(event) => type(event.target.value)} />
      <div style={place}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          defaultViewport={viewport}
          snapToGrid
          snapGrid={SNAP}
          minZoom={0.1}
          maxZoom={2}
        >
          <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
          <MiniMap nodeColor={colourOf} nodeBorderRadius={24} pannable zoomable style={MAP_SIZE} />
        </ReactFlow>
      </div>
    </>
  );
}

function colourOf({ data }: CardNode): string {
  return data.colour;
}

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
  /** Of the edited wait, at first. */
  readonly days: number;
  /** The cards with their figures, by what can be typed for those days. */
  readonly answers: ReadonlyMap<string, readonly CardNode[]>;
}

/** What the app takes to forecast them, roughly: figures come in a frame of their own. */
const ANSWER_MILLISECONDS = 30;

/** React Flow as its documentation shows it: state of its own hooks, memoised cards, default edges, small map, dots. */
export function PlainFlow(props: PlainFlowProps) {
  const { nodes: first, edges: firstEdges, box, viewport, edited, days, answers } = props;
  const [nodes, setNodes, onNodesChange] = useNodesState(first);
  const [edges, , onEdgesChange] = useEdgesState(firstEdges);
  const place: CSSProperties = {
    position: 'absolute',
    left: box.x,
    top: box.y,
    width: box.width,
    height: box.height,
  };
  // The card that is edited says so at once; then all cards whose figures are others show them, as the app's do.
  const type = (typed: string) => {
    const cards = new Map(answers.get(typed)?.map((node) => [node.id, node.data]));
    const show = (isShown: (id: string) => boolean) =>
      setNodes((before) =>
        before.map((node) => {
          const data = isShown(node.id) ? cards.get(node.id) : undefined;
          return data && !sameText(data, node.data) ? { ...node, data } : node;
        }),
      );
    show((id) => id === edited);
    setTimeout(() => show(() => true), ANSWER_MILLISECONDS);
  };
  return (
    <>
      <input aria-label="Days" defaultValue={days} onChange={(event) => type(event.target.value)} />
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

function sameText(a: CardNode['data'], b: CardNode['data']): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import { classes } from '../ui/classes.ts';
import type { FlowLink, FlowNode } from './flow.ts';
import {
  flowLayout,
  flowRoom,
  LABEL_GAP,
  type FlowSize,
  type PlacedLink,
  type PlacedNode,
} from './flowLayout.ts';
import { Marked } from './Marked.tsx';
import type { Mark } from './marks.ts';
import { Stage } from './Stage.tsx';
import { SMALL } from './textWidth.ts';
import { SOFT, Words } from './Words.tsx';
import styles from './FlowDiagram.module.css';

interface FlowDiagramProps {
  readonly label: string;
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
  readonly print: (value: number) => string;
  readonly size?: FlowSize;
  readonly empty?: string;
}

/** Who goes where: boxes from left to right, ribbons as wide as people are many. Pointing at a box lights the ways through it. */
export function FlowDiagram({ label, nodes, links, print, size = 'full', empty }: FlowDiagramProps) {
  const isEmpty = !nodes.some(({ value }) => value > 0);
  return (
    <Stage isEmpty={isEmpty} empty={empty} least={(width) => flowRoom({ nodes, links }, size, width)}>
      {(width) => <FlowPicture {...{ label, nodes, links, print, width }} />}
    </Stage>
  );
}

function FlowPicture({ label, nodes, links, print, width }: FlowDiagramProps & { readonly width: number }) {
  const placed = flowLayout(nodes, links, width);
  const marks = placed.nodes.map((box) => nodeMark(box, placed.links, { step: placed.step, print }));
  return (
    <Marked label={label} width={width} height={placed.height} marks={marks} highlight="none">
      {(at) => {
        const lit = at === undefined ? undefined : placed.nodes[at]?.node.id;
        return (
          <>
            {placed.links.map((ribbon) => (
              <Ribbon key={keyOf(ribbon)} ribbon={ribbon} lit={lit} />
            ))}
            {placed.nodes.map((box) => (
              <NodeBox
                key={box.node.id}
                box={box}
                room={placed}
                words={print(box.node.value)}
                isLit={box.node.id === lit}
              />
            ))}
          </>
        );
      }}
    </Marked>
  );
}

const keyOf = ({ link }: PlacedLink) => `${link.source} ${link.label} ${link.target}`;
const colourOf = ({ kind }: FlowNode) => `var(--family-${kind})`;

/** What has room in a low picture; the table has them all. */
const MOST_LINES = 8;

/** A box with its words; it reads where people came from and where they went. */
function nodeMark(
  { node, x, y, height }: PlacedNode,
  links: readonly PlacedLink[],
  { step, print }: { readonly step: number; readonly print: (value: number) => string },
): Mark {
  const room = Math.max(height, 34);
  return {
    x,
    y: y + height / 2 - room / 2,
    width: Math.max(step - LABEL_GAP, step / 2),
    height: room,
    read: () => {
      const lines = [
        ...links
          .filter(({ target }) => target === node)
          .map(({ source, link }) => ({
            words: `← ${source.label} · ${link.label}: ${print(link.value)}`,
            colour: colourOf(source),
          })),
        ...links
          .filter(({ source }) => source === node)
          .map(({ target, link }) => ({
            words: `→ ${target.label} · ${link.label}: ${print(link.value)}`,
            colour: colourOf(target),
          })),
      ];
      const rest = lines.length > MOST_LINES ? [{ words: '…' }] : [];
      return {
        title: `${node.label}: ${print(node.value)}`,
        lines: [...lines.slice(0, MOST_LINES), ...rest],
      };
    },
  };
}

function Ribbon({ ribbon, lit }: { readonly ribbon: PlacedLink; readonly lit: string | undefined }) {
  const { source, target, thickness, path } = ribbon;
  const isLit = lit === source.id || lit === target.id;
  return (
    <path
      className={classes(styles.ribbon, lit !== undefined && (isLit ? styles.lit : styles.dim))}
      d={path}
      stroke={colourOf(source)}
      strokeWidth={Math.max(1, thickness)}
      data-key={keyOf(ribbon)}
    />
  );
}

interface NodeBoxProps {
  readonly box: PlacedNode;
  readonly room: Pick<ReturnType<typeof flowLayout>, 'step' | 'box' | 'hasWords'>;
  readonly words: string;
  readonly isLit: boolean;
}

function NodeBox({ box, room, words, isLit }: NodeBoxProps) {
  const { node, x, y, height } = box;
  const middle = y + height / 2;
  const label = { x: x + room.box + LABEL_GAP - 2, width: room.step - room.box - 2 * LABEL_GAP };
  return (
    <g>
      <rect
        className={isLit ? styles.litBox : undefined}
        x={x}
        y={height < 1 ? y - 0.5 : y}
        width={room.box}
        height={Math.max(1, height)}
        rx={Math.min(2, height / 2, room.box / 2)}
        fill={colourOf(node)}
        data-key={node.id}
      />
      {room.hasWords && (
        <>
          <Words {...label} y={middle - 8} haloed>
            {node.label}
          </Words>
          <Words {...label} y={middle + 8} font={SMALL} fill={SOFT} haloed>
            {words}
          </Words>
        </>
      )}
    </g>
  );
}

import { sankey, type SankeyLink, type SankeyNode } from 'd3-sankey';
import type { FlowLink, FlowNode } from './flow.ts';
import { flowColumns, longestWay } from './flowColumns.ts';
import { PLAIN, widest } from './textWidth.ts';

export interface PlacedNode {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PlacedLink {
  readonly link: FlowLink;
  readonly source: FlowNode;
  readonly target: FlowNode;
  /** As high as its people are many. */
  readonly thickness: number;
  readonly path: string;
}

/** Boxes are as wide as this, or a part of their column where there are many. */
const BOX = 12;
const BOX_SHARE = 0.4;
/** With less from column to column there are no words: they are read box by box. */
const LEAST_WORDS = 84;
/** With more columns than these nobody reads along the words: an overview says more. */
const MOST_READ = 24;
export const LABEL_GAP = 8;
const ROW = 46;
const PADDING = 32;
const LEAST_COLUMN = 132;
const MOST_LABEL = 170;
const MOST_LABEL_NARROW = 110;
const NARROW = 560;
const LEAST_HEIGHT = 280;
const MARGIN = 18;

/** Pixels from column to column that labels need. */
function columnNeed(nodes: readonly FlowNode[], width: number): number {
  const label = widest(
    nodes.map(({ label }) => label),
    PLAIN,
    width < NARROW ? MOST_LABEL_NARROW : MOST_LABEL,
  );
  return Math.max(LEAST_COLUMN, BOX + 3 * LABEL_GAP + label);
}

interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** `fit`: all of it in the room there is, words where there is room for some. `full`: as wide as its words need; it scrolls. */
export type FlowSize = 'fit' | 'full';

/** How wide the picture is. What just fits is fitted, with labels cut sooner. */
export function flowRoom({ nodes, links }: Flow, size: FlowSize, width: number): number {
  const columns = flowDepth(nodes, links);
  return size === 'fit' || columns * LEAST_COLUMN <= width ? width : columns * columnNeed(nodes, width);
}

/** What serves best in a room of this width when nobody chose. */
export function flowSize({ nodes, links }: Flow, width: number): FlowSize {
  const columns = flowDepth(nodes, links);
  return columns > MOST_READ || columns * LEAST_WORDS <= width ? 'fit' : 'full';
}

/** Whether the sizes differ in a room of this width. */
export function isFlowWide({ nodes, links }: Flow, width: number): boolean {
  return flowDepth(nodes, links) * LEAST_COLUMN > width;
}

/** How many columns of boxes the picture has. */
function flowDepth(nodes: readonly FlowNode[], links: readonly FlowLink[]): number {
  return Math.max(0, ...flowColumns(nodes, drawnOf(links)).values()) + 1;
}

const drawnOf = (links: readonly FlowLink[]) => links.filter(({ value }) => value > 0);

/** Boxes from left to right and ribbons between them, all heights in one proportion to people. */
export function flowLayout(nodes: readonly FlowNode[], links: readonly FlowLink[], width: number) {
  const drawn = drawnOf(links);
  const column = flowColumns(nodes, drawn);
  const columns = Math.max(0, ...column.values()) + 1;
  const step = width / columns;
  const box = Math.min(BOX, step * BOX_SHARE);
  const fullest = Math.max(1, ...sizes([...column.values()]));
  const height = Math.max(LEAST_HEIGHT, fullest * ROW + 2 * MARGIN);
  const graph = heights({ nodes, drawn, column, columns, height });
  const x = (id: string) => 1 + step * (column.get(id) ?? 0);
  const ends = new Map(nodes.map((node) => [node.id, node]));
  const placed = graph.nodes
    .flatMap((box): PlacedNode[] => {
      const { node, y0 = 0, y1 = 0 } = box;
      return node ? [{ node, x: x(node.id), y: y0, height: y1 - y0 }] : [];
    })
    .sort((a, b) => a.x - b.x || a.y - b.y);
  const ribbons = graph.links.flatMap(({ link, width: thickness = 0, y0 = 0, y1 = 0 }): PlacedLink[] => {
    const source = link && ends.get(link.source);
    const target = link && ends.get(link.target);
    if (!source || !target) return [];
    return [{ link, source, target, thickness, path: ribbon([x(source.id) + box, y0], [x(target.id), y1]) }];
  });
  return { nodes: placed, links: ribbons, height, step, box, hasWords: step >= LEAST_WORDS };
}

type Point = readonly [number, number];

/** Level at both ends. */
function ribbon([x0, y0]: Point, [x1, y1]: Point): string {
  const middle = (x0 + x1) / 2;
  return `M${x0.toFixed(1)},${y0.toFixed(1)}C${middle.toFixed(1)},${y0.toFixed(1)},${middle.toFixed(1)},${y1.toFixed(1)},${x1.toFixed(1)},${y1.toFixed(1)}`;
}

interface BoxExtra {
  readonly node: FlowNode | undefined;
  readonly column: number;
}
interface RibbonExtra {
  readonly link: FlowLink | undefined;
}
type Box = SankeyNode<BoxExtra, RibbonExtra>;
type Ribbon = SankeyLink<BoxExtra, RibbonExtra>;

interface Heights {
  readonly nodes: readonly FlowNode[];
  readonly drawn: readonly FlowLink[];
  readonly column: ReadonlyMap<string, number>;
  readonly columns: number;
  readonly height: number;
}

/** Heights by d3-sankey; what is across is ours, because it knows no single column. It writes into what it gets, so these are copies. */
function heights({ nodes, drawn, column, columns, height }: Heights) {
  const boxes: Box[] = nodes.map((node) => ({
    node,
    column: column.get(node.id) ?? 0,
    fixedValue: node.value,
  }));
  const at = new Map(nodes.map(({ id }, place) => [id, place]));
  const place = (id: string) => {
    const found = at.get(id);
    if (found === undefined) throw new Error(`a link of a flow leads to or from ${id}, which is no node`);
    return found;
  };
  const ribbons: Ribbon[] = drawn.map((link) => ({
    link,
    source: place(link.source),
    target: place(link.target),
    value: link.value,
  }));
  // It makes as many columns as the longest way has nodes. A way through all that are asked for, on which nobody goes, makes them.
  if (columns > longestWay(nodes, drawn)) {
    const first = boxes.length;
    for (let next = 0; next < columns; next += 1) {
      boxes.push({ node: undefined, column: next, fixedValue: 0 });
      if (next > 0)
        ribbons.push({ link: undefined, source: first + next - 1, target: first + next, value: 0 });
    }
  }
  return sankey<BoxExtra, RibbonExtra>()
    .nodeAlign((box) => box.column)
    .nodePadding(PADDING)
    .extent([
      [0, MARGIN],
      [1, height - MARGIN],
    ])({ nodes: boxes, links: ribbons });
}

function sizes(columns: readonly number[]): readonly number[] {
  const counts: number[] = [];
  for (const column of columns) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}

import { sortedIds } from '../journey/ids.ts';
import type { Journey } from '../journey/journey.ts';
import type { StepKind } from '../journey/steps/index.ts';

/** Size of a step's card on the canvas, about. */
const CARD = { width: 240, height: 96 };
const MARGIN = 60;
const BOW = 240;
/** A curve stays below its bends. */
const BOW_HEIGHT = BOW * 0.75;
/** A wide picture at least, so that a journey of one step is not one giant box. */
const SMALLEST = { width: 1600, height: 640 };

export interface Box {
  readonly id: string;
  readonly kind: StepKind;
  readonly x: number;
  readonly y: number;
}

export interface PicturedLink {
  readonly from: string;
  readonly exit: string;
  /** SVG path data. */
  readonly path: string;
  readonly isBack: boolean;
}

export interface Picture {
  readonly viewBox: string;
  readonly boxes: readonly Box[];
  readonly links: readonly PicturedLink[];
  readonly card: { readonly width: number; readonly height: number };
}

/** A journey's shape from its positions: boxes and the lines between them. */
export function pictureOf({ steps, links, layout }: Journey): Picture {
  const boxes = sortedIds(steps).flatMap((id): Box[] => {
    const step = steps[id];
    const at = layout[id];
    return step && at ? [{ id, kind: step.kind, ...at }] : [];
  });
  const at = new Map(boxes.map((box) => [box.id, box]));
  const lines = sortedIds(links).flatMap((from) =>
    Object.entries(links[from] ?? {}).flatMap(([exit, to]) => {
      const [a, b] = [at.get(from), at.get(to)];
      return a && b ? [{ from, exit, path: lineBetween(a, b), isBack: goesBack(a, b) }] : [];
    }),
  );
  return {
    viewBox: viewBoxOf(
      boxes,
      lines.some(({ isBack }) => isBack),
    ),
    boxes,
    links: lines,
    card: CARD,
  };
}

function goesBack(from: Box, to: Box): boolean {
  return to.x < from.x + CARD.width;
}

/** A link that goes back runs in a bow above its cards. */
function lineBetween(from: Box, to: Box): string {
  const [x1, y1] = [from.x + CARD.width, from.y + CARD.height / 2];
  const [x2, y2] = [to.x, to.y + CARD.height / 2];
  if (goesBack(from, to)) {
    const above = Math.min(from.y, to.y) - BOW;
    return `M${x1},${y1}C${x1 + BOW},${above} ${x2 - BOW},${above} ${x2},${y2}`;
  }
  const bend = Math.max(60, Math.abs(x2 - x1) / 2);
  return `M${x1},${y1}C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

function viewBoxOf(boxes: readonly Box[], hasBows: boolean): string {
  if (boxes.length === 0) return `0 0 ${SMALLEST.width} ${SMALLEST.height}`;
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y)) - (hasBows ? BOW_HEIGHT : 0);
  const right = Math.max(...boxes.map((box) => box.x)) + CARD.width;
  const bottom = Math.max(...boxes.map((box) => box.y)) + CARD.height;
  const width = Math.max(right - left + 2 * MARGIN, SMALLEST.width);
  const height = Math.max(bottom - top + 2 * MARGIN, SMALLEST.height);
  return `${(left + right - width) / 2} ${(top + bottom - height) / 2} ${width} ${height}`;
}

import type { Box } from './cardLayout.ts';

/** Where a link runs, in canvas pixels. */
export interface RibbonEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
  /** Where there is room to run from right to left: a height between or around the cards. Not read for links to the right. */
  readonly aisle: number;
  /** Links that turn around keep apart by their number. */
  readonly lane: number;
}

export interface Ribbon {
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

/** A card's upper and lower edge. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

const RADIUS = 20;
const CLEAR = 36;
const LANE = 18;
/** Narrower than this no ribbon fits between two cards. */
const NARROWEST_AISLE = 32;

/** A link whose target does not stand clearly to the right turns around instead of crossing the cards. */
export function turnsAround({ sourceX, targetX }: Pick<RibbonEnds, 'sourceX' | 'targetX'>): boolean {
  return targetX < sourceX + 8;
}

/**
 * The height at which a link turns around: between its two cards where one stands below the other, else above or below all
 * `others` on its way, whichever is the shorter detour.
 */
export function findAisle(source: Extent, target: Extent, others: Extent, lane: number): number {
  const [upper, lower] = source.top <= target.top ? [source, target] : [target, source];
  if (lower.top - upper.bottom >= NARROWEST_AISLE) return (upper.bottom + lower.top) / 2;
  // The two cards themselves count: where they all but touch, nothing else may stand between them.
  const above = Math.min(source.top, target.top, others.top) - CLEAR - lane * LANE;
  const below = Math.max(source.bottom, target.bottom, others.bottom) + CLEAR + lane * LANE;
  const detour = (y: number) => Math.abs(source.bottom - y) + Math.abs(target.top - y);
  return detour(above) <= detour(below) ? above : below;
}

/** The same among the cards of a journey, those of the link included. */
export function aisleAmong(source: Box, target: Box, cards: Iterable<Box>, lane: number): number {
  const right = source.x + source.width;
  let [top, bottom] = [Infinity, -Infinity];
  for (const { x, y, width, height } of cards) {
    if (x + width < target.x || x > right) continue;
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + height);
  }
  return findAisle(extent(source), extent(target), { top, bottom }, lane);
}

function extent({ y, height }: Box): Extent {
  return { top: y, bottom: y + height };
}

export function ribbonPath(ends: RibbonEnds): Ribbon {
  return turnsAround(ends) ? turningPath(ends) : forwardPath(ends);
}

function forwardPath({ sourceX, sourceY, targetX, targetY }: RibbonEnds): Ribbon {
  const reach = Math.max(24, Math.min((targetX - sourceX) / 2, 160));
  return {
    path: `M${sourceX} ${sourceY}C${sourceX + reach} ${sourceY} ${targetX - reach} ${targetY} ${targetX} ${targetY}`,
    labelX: (sourceX + targetX) / 2,
    labelY: (sourceY + targetY) / 2,
  };
}

/** Out to the right, along the aisle, and in from the left. */
function turningPath({ sourceX, sourceY, targetX, targetY, aisle, lane }: RibbonEnds): Ribbon {
  const right = sourceX + CLEAR + lane * 6;
  const left = targetX - CLEAR - lane * 6;
  const corners = [
    [sourceX, sourceY],
    [right, sourceY],
    [right, aisle],
    [left, aisle],
    [left, targetY],
    [targetX, targetY],
  ] as const;
  return { path: rounded(corners), labelX: (left + right) / 2, labelY: aisle };
}

type Corner = readonly [x: number, y: number];

/** A line through the corners with each corner rounded as far as its neighbours leave room. */
function rounded(corners: readonly Corner[]): string {
  const parts = corners.slice(1, -1).map((corner, at) => {
    const before = corners[at] ?? corner;
    const after = corners[at + 2] ?? corner;
    const radius = Math.min(RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
    const [fromX, fromY] = towards(corner, before, radius);
    const [toX, toY] = towards(corner, after, radius);
    return `L${fromX} ${fromY}Q${corner[0]} ${corner[1]} ${toX} ${toY}`;
  });
  const [start = [0, 0]] = corners;
  const end = corners.at(-1) ?? start;
  return `M${start[0]} ${start[1]}${parts.join('')}L${end[0]} ${end[1]}`;
}

function distance([ax, ay]: Corner, [bx, by]: Corner): number {
  return Math.abs(ax - bx) + Math.abs(ay - by);
}

function towards([x, y]: Corner, [toX, toY]: Corner, by: number): Corner {
  return [x + Math.sign(toX - x) * by, y + Math.sign(toY - y) * by];
}

/** Where a link runs, in canvas pixels. */
export interface RibbonEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
  /** Top and bottom of the cards that a link going back has to clear. */
  readonly top: number;
  readonly bottom: number;
  /** Links going back keep apart by their number. */
  readonly lane: number;
}

export interface Ribbon {
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
  readonly goesBack: boolean;
}

const RADIUS = 20;
const CLEAR = 36;
const LANE = 18;

/** A link that would run right to left goes around instead. */
export function goesBack({ sourceX, targetX }: Pick<RibbonEnds, 'sourceX' | 'targetX'>): boolean {
  return targetX < sourceX + 8;
}

export function ribbonPath(ends: RibbonEnds): Ribbon {
  return goesBack(ends) ? backPath(ends) : forwardPath(ends);
}

function forwardPath({ sourceX, sourceY, targetX, targetY }: RibbonEnds): Ribbon {
  const reach = Math.max(24, Math.min((targetX - sourceX) / 2, 160));
  return {
    path: `M${sourceX} ${sourceY}C${sourceX + reach} ${sourceY} ${targetX - reach} ${targetY} ${targetX} ${targetY}`,
    labelX: (sourceX + targetX) / 2,
    labelY: (sourceY + targetY) / 2,
    goesBack: false,
  };
}

/** Out to the right, over or under both cards, whichever is shorter, and in from the left. */
function backPath({ sourceX, sourceY, targetX, targetY, top, bottom, lane }: RibbonEnds): Ribbon {
  const above = top - CLEAR - lane * LANE;
  const below = bottom + CLEAR + lane * LANE;
  const detour = (y: number) => Math.abs(sourceY - y) + Math.abs(targetY - y);
  const y = detour(above) <= detour(below) ? above : below;
  const right = sourceX + CLEAR + lane * 6;
  const left = targetX - CLEAR - lane * 6;
  const corners = [
    [sourceX, sourceY],
    [right, sourceY],
    [right, y],
    [left, y],
    [left, targetY],
    [targetX, targetY],
  ] as const;
  return { path: rounded(corners), labelX: (left + right) / 2, labelY: y, goesBack: true };
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

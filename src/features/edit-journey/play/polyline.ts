/** A path as points that lie equally far from each other along it. */
export interface Polyline {
  /** x, y of each point. */
  readonly points: Float32Array;
  readonly length: number;
}

/** Points along a path; neighbours are near enough for a dot to look as if it followed the curve. */
const POINTS = 64;
/** Pieces into which a curve is cut before its length is measured. */
const PIECES = 24;

type Point = readonly [x: number, y: number];

/** A path as `ribbonPath` writes it: absolute M, L, Q and C. */
export function polyline(path: string): Polyline {
  return evenly(corners(path));
}

/** Place and direction at a share of the way, into `into`: x, y, and the unit vector to the left of it. */
export function pointAt({ points }: Polyline, share: number, into: Float32Array): void {
  const along = Math.max(0, Math.min(1, share)) * (points.length / 2 - 1);
  const at = Math.min(points.length / 2 - 2, Math.floor(along));
  const part = along - at;
  const [x, y] = [points[at * 2]!, points[at * 2 + 1]!];
  const [dx, dy] = [points[at * 2 + 2]! - x, points[at * 2 + 3]! - y];
  const size = Math.hypot(dx, dy) || 1;
  into[0] = x + dx * part;
  into[1] = y + dy * part;
  into[2] = dy / size;
  into[3] = -dx / size;
}

function corners(path: string): Point[] {
  const points: Point[] = [];
  for (const [, letter = '', numbers = ''] of path.matchAll(/([MLQC])([^MLQC]*)/g)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const ends: Point[] = [];
    for (let k = 0; k + 1 < values.length; k += 2) ends.push([values[k] ?? 0, values[k + 1] ?? 0]);
    const from = points.at(-1);
    if (letter === 'M' || letter === 'L' || !from) points.push(...ends);
    else for (let n = 1; n <= PIECES; n++) points.push(onCurve([from, ...ends], n / PIECES));
  }
  return points;
}

/** De Casteljau: between each two points, again and again, until one is left. */
function onCurve(control: readonly Point[], part: number): Point {
  let level = control;
  while (level.length > 1)
    level = level.slice(1).map(([x, y], k): Point => {
      const [fromX, fromY] = level[k] ?? [x, y];
      return [fromX + (x - fromX) * part, fromY + (y - fromY) * part];
    });
  return level[0] ?? [0, 0];
}

function evenly(known: readonly Point[]): Polyline {
  const lengths = [0];
  known.slice(1).forEach(([x, y], k) => {
    const [fromX, fromY] = known[k] ?? [x, y];
    lengths.push((lengths[k] ?? 0) + Math.hypot(x - fromX, y - fromY));
  });
  const length = lengths.at(-1) ?? 0;
  const points = new Float32Array(POINTS * 2);
  let piece = 0;
  for (let n = 0; n < POINTS; n++) {
    const along = (n / (POINTS - 1)) * length;
    while (piece < known.length - 2 && (lengths[piece + 1] ?? 0) < along) piece++;
    const [from = 0, to = 0] = [lengths[piece], lengths[piece + 1]];
    const part = to > from ? (along - from) / (to - from) : 0;
    const [x, y] = onCurve([known[piece] ?? [0, 0], known[piece + 1] ?? known[piece] ?? [0, 0]], part);
    points[n * 2] = x;
    points[n * 2 + 1] = y;
  }
  return { points, length };
}

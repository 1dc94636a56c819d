/** Most values of one parameter that is swept alone, and of each where two are. */
export const MOST_POINTS = 21;
export const MOST_POINTS_EACH = 9;
export const FEWEST_POINTS = 2;

export interface GridRange {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** To a value that somebody would type. */
  readonly rounded: (value: number) => number;
  /** What it is now. Inside the range it is one of the values, in place of the nearest. */
  readonly now: number;
}

/** Values in equal steps between the ends, both included, from low to high, each once. */
export function gridOf({ from, to, points, rounded, now }: GridRange): readonly number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const count = Math.max(FEWEST_POINTS, Math.floor(points));
  const even = Array.from({ length: count }, (_, at) => low + ((high - low) * at) / (count - 1));
  const typed = even.map((value, at) =>
    at === 0 ? low : at === count - 1 ? high : Math.min(high, Math.max(low, rounded(value))),
  );
  const values = [...new Set(typed)];
  if (now < low || now > high || values.includes(now)) return values;
  // The ends were asked for.
  const inner = values.slice(1, -1);
  const nearest = inner.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now))[0];
  return [...values.filter((value) => value !== nearest), now].sort((a, b) => a - b);
}

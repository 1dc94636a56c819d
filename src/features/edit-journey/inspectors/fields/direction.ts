export const DIRECTIONS = ['before', 'on', 'after'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export function directionOf(offset: number): Direction {
  if (offset === 0) return 'on';
  return offset < 0 ? 'before' : 'after';
}

/** A length in a direction as a signed offset; never minus zero. */
export function signed(direction: Direction, length: number): number {
  if (direction === 'on' || length === 0) return 0;
  return direction === 'before' ? -length : length;
}

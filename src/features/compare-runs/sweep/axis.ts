import { gridOf, MOST_POINTS, MOST_POINTS_EACH } from '../../../analytics/compare/grid.ts';
import { typedValue, type Sweepable } from '../../../compile/sweep/sweepable.ts';

/** One parameter and the values that it is tried at, as somebody asks for it. */
export interface Axis {
  readonly parameter: string;
  readonly from: number;
  readonly to: number;
  readonly points: number;
}

export function axisOf(parameter: Sweepable, points: number): Axis {
  const { id, low, high } = parameter;
  return { parameter: id, from: typedValue(parameter, low), to: typedValue(parameter, high), points };
}

/** How many values each may have. */
export function mostPoints(axes: number): number {
  return axes > 1 ? MOST_POINTS_EACH : MOST_POINTS;
}

export function valuesOf({ from, to, points }: Axis, of: Sweepable, axes: number): readonly number[] {
  return gridOf({
    from,
    to,
    points: Math.min(points, mostPoints(axes)),
    rounded: (value) => typedValue(of, value),
    now: of.value,
  });
}

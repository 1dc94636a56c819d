import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Estimate } from '../analytics/intervals.ts';
import { SMALL, textWidth } from './textWidth.ts';
import { valueScale, type ValueScale } from './valueScale.ts';

export interface CurvePoint {
  readonly x: number;
  readonly amount: Estimate;
}

/** A place on the way that has a name: now, break-even. */
export interface CurveMark {
  readonly x: number;
  readonly label: string;
  readonly look?: 'plain' | 'good';
}

const HEIGHT = 220;
const LINE = 18;

/** Names of marked places in lines above the curve, so that none covers another. */
export function markPlaces(marks: readonly CurveMark[], x: ValueScale) {
  const [left = 0, right = 0] = x.range();
  const ends: number[] = [];
  const places = marks
    .toSorted((a, b) => a.x - b.x)
    .map((mark) => {
      const width = textWidth(mark.label, SMALL);
      const start = Math.max(left, Math.min(x(mark.x) - width / 2, right - width));
      const free = ends.findIndex((end) => start >= end);
      const row = free < 0 ? ends.length : free;
      ends[row] = start + width + 12;
      return { mark, at: x(mark.x), start, y: row * LINE + LINE / 2 };
    });
  return { places, height: ends.length * LINE };
}

/** From values across to pixels; marked places are in sight. */
export function acrossScale(
  points: readonly CurvePoint[],
  marks: readonly CurveMark[],
  pixels: [number, number],
) {
  const all = [...points, ...marks].map(({ x }) => x);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return scaleLinear(low === high ? [low - 1, high + 1] : [low, high], pixels);
}

/** From figures to pixels, below the names of marked places. */
export function upScale(points: readonly CurvePoint[], top: number): ValueScale {
  const values = points.flatMap(({ amount }) => [amount.value, amount.low, amount.high]);
  return valueScale(values, [top + HEIGHT, top]);
}

export function curvePaths(points: readonly CurvePoint[], x: ValueScale, y: ValueScale) {
  const known = points.filter(({ amount }) => Number.isFinite(amount.value)).toSorted((a, b) => a.x - b.x);
  const band = area<CurvePoint>()
    .x((point) => x(point.x))
    .y0(({ amount }) => y(amount.low))
    .y1(({ amount }) => y(amount.high))
    .digits(1);
  const middle = line<CurvePoint>()
    .x((point) => x(point.x))
    .y(({ amount }) => y(amount.value))
    .digits(1);
  return { band: band(known) ?? '', line: middle(known) ?? '' };
}

/** Each point is read from halfway to its neighbours. */
export function slices(points: readonly CurvePoint[], x: ValueScale) {
  const [left = 0, right = 0] = x.range();
  const at = points.map((point) => x(point.x));
  const halfway = at.slice(1).map((place, before) => (place + (at[before] ?? place)) / 2);
  return at.map((_, index) => ({ from: halfway[index - 1] ?? left, to: halfway[index] ?? right }));
}

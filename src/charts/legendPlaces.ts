import { SMALL, textWidth } from './textWidth.ts';

const KEY = 18;
const GAP = 16;
export const LEGEND_LINE = 20;

/** Where the entries of a legend stand, in lines that fit: `x` of the key, `text` of its words, `line` from 0. */
export function legendPlaces(labels: readonly string[], left: number, right: number) {
  const places: { readonly x: number; readonly text: number; readonly line: number }[] = [];
  let [x, line] = [left, 0];
  for (const label of labels) {
    const width = KEY + textWidth(label, SMALL);
    if (x > left && x + width > right) [x, line] = [left, line + 1];
    places.push({ x, text: x + KEY, line });
    x += width + GAP;
  }
  return { places, height: labels.length === 0 ? 0 : (line + 1) * LEGEND_LINE };
}

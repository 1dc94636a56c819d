/** Of a series, in the fixed order of the tokens. */
export function seriesColour(place: number): string {
  return `var(--series-${(place % 8) + 1})`;
}

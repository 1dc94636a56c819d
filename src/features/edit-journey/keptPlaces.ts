/** As many as stand in one row. */
const PLACES = 4;

/**
 * Where the things used lately stand: each keeps its place for as long as it is among the latest, and a new one takes the
 * place of one that is not. `recent`: newest first. The same array while nothing changes.
 */
export function keptPlaces(places: readonly string[], recent: readonly string[]): readonly string[] {
  const latest = recent.slice(0, PLACES);
  const coming = latest.filter((key) => !places.includes(key));
  const isSame = coming.length === 0 && places.every((key) => latest.includes(key));
  if (isSame) return places;
  const kept = places.map((key) => (latest.includes(key) ? key : coming.shift()));
  return [...kept, ...coming].filter((key) => key !== undefined);
}

/**
 * The name that was most likely meant: the nearest by edit distance, if it is near and no other is as near. Case, blanks and
 * the marks between words do not count.
 */
export function mostSimilar(wanted: string, names: readonly string[]): string | undefined {
  const plain = plainOf(wanted);
  if (plain === '') return undefined;
  const far = Math.floor(plain.length / 3);
  const near = names
    .map((name) => ({ name, distance: editDistance(plain, plainOf(name), far) }))
    .filter(({ distance }) => distance <= far)
    .sort((a, b) => a.distance - b.distance);
  const [best, next] = near;
  return best && best.distance < (next?.distance ?? Infinity) ? best.name : undefined;
}

function plainOf(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_.-]/g, '');
}

/** Levenshtein’s distance; more than `most` is not told apart. */
function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? Infinity;
}

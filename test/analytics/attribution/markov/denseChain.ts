import type { PathRow } from '../../../../src/analytics/attribution/creditPaths.ts';

/** The chain by the book: names for states, a full matrix, Gauss's elimination. Slow, and easy to see to be right. */
export function denseCredit(rows: readonly PathRow[], order: number) {
  const claimants = [...new Set(rows.flatMap(({ path }) => path))];
  const walks = rows
    .map((row) => ({ row, states: statesOf(row.path, order) }))
    .filter(({ row, states }) => states.length > 0 && row.conversions + (row.nulls ?? 0) > 0);
  const names = [...new Set(walks.flatMap(({ states }) => states))];
  const gain = (removed: string | undefined, measure: 'conversions' | 'value'): number => {
    const isGone = (name: string) => removed !== undefined && name.split('|').includes(removed);
    const start = names.map(() => 0);
    const counts = names.map(() => names.map(() => 0));
    const left = names.map(() => 0);
    const gained = names.map(() => 0);
    let total = 0;
    for (const { row, states } of walks) {
      const times = row.conversions + (row.nulls ?? 0);
      const at = states.map((name) => names.indexOf(name));
      total += times;
      start[at[0]!]! += times;
      at.forEach((state) => (left[state]! += times));
      at.slice(1).forEach((state, place) => (counts[at[place]!]![state]! += times));
      gained[at.at(-1)!]! += measure === 'conversions' ? row.conversions : (row.value ?? 0);
    }
    if (total === 0) return 0;
    const matrix = names.map((name, i) =>
      names.map(
        (other, j) => (i === j ? 1 : 0) - (isGone(name) || isGone(other) ? 0 : counts[i]![j]! / left[i]!),
      ),
    );
    const worth = eliminate(
      matrix,
      names.map((name, i) => (isGone(name) ? 0 : gained[i]! / left[i]!)),
    );
    return names.reduce((sum, name, i) => sum + (isGone(name) ? 0 : (start[i]! / total) * worth[i]!), 0);
  };
  const effects = (measure: 'conversions' | 'value') =>
    claimants.map((name) => {
      const all = gain(undefined, measure);
      return all === 0 ? 0 : 1 - gain(name, measure) / all;
    });
  return {
    chance: gain(undefined, 'conversions'),
    effects: effects('conversions'),
    valueEffects: effects('value'),
  };
}

function statesOf(path: readonly string[], order: number): readonly string[] {
  if (path.length === 0) return [];
  const width = Math.min(order, path.length);
  const tuples = path.slice(width - 1).map((_, at) => path.slice(at, at + width).join('|'));
  return tuples.filter((tuple, at) => tuple !== tuples[at - 1]);
}

function eliminate(matrix: number[][], right: number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let pivot = 0; pivot < n; pivot++) {
    let best = pivot;
    for (let i = pivot + 1; i < n; i++)
      if (Math.abs(rows[i]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = i;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    for (let i = 0; i < n; i++) {
      if (i === pivot) continue;
      const times = rows[i]![pivot]! / rows[pivot]![pivot]!;
      if (times === 0) continue;
      for (let j = pivot; j <= n; j++) rows[i]![j]! -= times * rows[pivot]![j]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

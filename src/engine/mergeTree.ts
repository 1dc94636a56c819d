import type { Results } from './results.ts';

/**
 * Adds the results of a run's parts up as they come, in any order, each with its neighbours first: so a part is copied as often as
 * the number of parts can be halved, not once for every part after it, and neighbouring contacts stay together.
 */
export class MergeTree {
  readonly #merge: (a: Results, b: Results) => Results;
  /** By level: sums of 2^level parts that wait for their neighbours, by place. */
  readonly #waiting: Map<number, Results>[] = [];
  /** By level: how many sums there will be; the last has one. */
  readonly #counts: readonly number[];
  #total: Results | undefined;

  /** `parts`: how many there are, at least one. */
  constructor(parts: number, merge: (a: Results, b: Results) => Results) {
    if (parts < 1) throw new RangeError('a run needs at least one part');
    this.#merge = merge;
    const counts = [parts];
    while (counts[counts.length - 1]! > 1) counts.push(Math.ceil(counts[counts.length - 1]! / 2));
    this.#counts = counts;
    this.#waiting = counts.map(() => new Map<number, Results>());
  }

  /** Each part once; `part` is its place among them. */
  add(part: number, results: Results): void {
    let [place, sum] = [part, results];
    for (let level = 0; level < this.#counts.length - 1; level++, place >>= 1) {
      const neighbour = place ^ 1;
      // The last one may have none.
      if (neighbour >= this.#counts[level]!) continue;
      const waiting = this.#waiting[level]!;
      const other = waiting.get(neighbour);
      if (other === undefined) {
        waiting.set(place, sum);
        return;
      }
      waiting.delete(neighbour);
      sum = neighbour < place ? this.#merge(other, sum) : this.#merge(sum, other);
    }
    this.#total = sum;
  }

  /** What all parts come to, once each was added. */
  get total(): Results {
    if (this.#total === undefined) throw new RangeError('parts of the run are missing');
    return this.#total;
  }
}

import type { CreditPaths } from '../creditPaths.ts';

/** Highest order; above it, next to every path is a state of its own. */
export const MOST_ORDER = 4;

/** The paths as walks over states: the last `order` claimants that touched, or all of a shorter path. */
export interface Walks {
  readonly order: number;
  readonly states: number;
  /** Claimants of state s from `s * order` on; −1 where a path is shorter. */
  readonly tuples: Int32Array;
  /** States of row r stand from `from[r]` to `from[r + 1]`. */
  readonly from: Uint32Array;
  readonly state: Uint32Array;
}

/** Equal states that follow each other are one: at order k, of more than k equal touches in a row k count. */
export function walksOf(paths: CreditPaths, order: number): Walks {
  if (!(Number.isInteger(order) && order >= 1 && order <= MOST_ORDER))
    throw new RangeError(`invalid order: ${order}`);
  const rows = paths.conversions.length;
  const from = new Uint32Array(rows + 1);
  const state = new Uint32Array(paths.claimant.length);
  const states = new States(order, paths.claimants.length);
  let length = 0;
  for (let row = 0; row < rows; row++) {
    const [begin, end] = [paths.from[row]!, paths.from[row + 1]!];
    // What never happened has no states: they would be left zero times.
    const happened = paths.conversions[row]! + paths.nulls[row]! > 0;
    const firstLength = Math.min(order, end - begin);
    let last = -1;
    for (let until = begin + firstLength; until <= end && firstLength > 0 && happened; until++) {
      const now = states.numberOf(paths.claimant, until - firstLength, until);
      if (now !== last) state[length++] = last = now;
    }
    from[row + 1] = length;
  }
  return { order, states: states.count, tuples: states.tuples(), from, state: state.slice(0, length) };
}

/** Numbers tuples of claimants as they are met. */
class States {
  readonly #order: number;
  readonly #base: number;
  readonly #numbers = new Map<number, number>();
  readonly #tuples: number[] = [];

  constructor(order: number, claimants: number) {
    this.#order = order;
    // Digit 0 is for what a short tuple lacks.
    this.#base = claimants + 1;
    if (this.#base ** order > Number.MAX_SAFE_INTEGER)
      throw new RangeError(`too many claimants for order ${order}: ${claimants}`);
  }

  get count(): number {
    return this.#numbers.size;
  }

  numberOf(claimant: Uint16Array, begin: number, end: number): number {
    let key = 0;
    for (let at = begin; at < end; at++) key = key * this.#base + claimant[at]! + 1;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    for (let place = 0; place < this.#order; place++)
      this.#tuples.push(begin + place < end ? claimant[begin + place]! : -1);
    return number;
  }

  tuples(): Int32Array {
    return Int32Array.from(this.#tuples);
  }
}

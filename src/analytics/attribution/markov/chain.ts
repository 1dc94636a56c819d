import type { CreditPaths } from '../creditPaths.ts';
import { walksOf, type Walks } from './states.ts';

/**
 * The absorbing chain that the paths are most likely walks of (Anderl, Becker, von Wangenheim & Schumann 2016). From a state a walk goes to
 * another, converts, or ends without converting; shares are counts over counts.
 */
export interface Chain {
  readonly walks: Walks;
  /** Walks, each as often as it was taken, and how many of them converted to what value. */
  readonly total: number;
  readonly conversions: number;
  readonly value: number;
  /** Per state, as often as it happened: walks that begin in it, that leave it, that convert out of it, and their value. */
  readonly begun: Float64Array;
  readonly left: Float64Array;
  readonly converted: Float64Array;
  readonly worth: Float64Array;
  readonly out: Links;
  readonly into: Links;
}

/** Moves between states, by one of their ends: those of state s stand from `from[s]` to `from[s + 1]`. */
export interface Links {
  readonly from: Uint32Array;
  /** The other end. */
  readonly other: Uint32Array;
  readonly times: Float64Array;
}

export function chainOf(paths: CreditPaths, order: number): Chain {
  const walks = walksOf(paths, order);
  const column = (): Float64Array => new Float64Array(walks.states);
  const [begun, left, converted, worth] = [column(), column(), column(), column()];
  let [total, conversions, value] = [0, 0, 0];
  for (let row = 0; row < paths.conversions.length; row++) {
    const [begin, end] = [walks.from[row]!, walks.from[row + 1]!];
    if (begin === end) continue;
    const times = paths.conversions[row]! + paths.nulls[row]!;
    begun[walks.state[begin]!]! += times;
    for (let at = begin; at < end; at++) left[walks.state[at]!]! += times;
    const last = walks.state[end - 1]!;
    converted[last]! += paths.conversions[row]!;
    worth[last]! += paths.value[row]!;
    total += times;
    conversions += paths.conversions[row]!;
    value += paths.value[row]!;
  }
  const moves = movesOf(paths, walks);
  const out = linksBy(walks.states, moves.tail, moves);
  const into = linksBy(walks.states, out.other, { head: tailsOf(out), times: out.times });
  return { walks, total, conversions, value, begun, left, converted, worth, out, into };
}

interface Moves {
  readonly tail: Uint32Array;
  readonly head: Uint32Array;
  readonly times: Float64Array;
}

/** Every move of every row. */
function movesOf(paths: CreditPaths, { from, state }: Walks): Moves {
  const tail = new Uint32Array(state.length);
  const head = new Uint32Array(state.length);
  const times = new Float64Array(state.length);
  let count = 0;
  for (let row = 0; row + 1 < from.length; row++) {
    const rowTimes = paths.conversions[row]! + paths.nulls[row]!;
    for (let at = from[row]! + 1; at < from[row + 1]!; at++) {
      tail[count] = state[at - 1]!;
      head[count] = state[at]!;
      times[count++] = rowTimes;
    }
  }
  return { tail: tail.subarray(0, count), head: head.subarray(0, count), times: times.subarray(0, count) };
}

/** The end that links are sorted by, of each. */
function tailsOf({ from, other }: Links): Uint32Array {
  const tails = new Uint32Array(other.length);
  for (let state = 0; state + 1 < from.length; state++) tails.fill(state, from[state], from[state + 1]);
  return tails;
}

/** Sorts moves by one end and adds up those that are alike; what a sparse matrix is put together with. */
function linksBy(states: number, end: Uint32Array, { head, times }: Pick<Moves, 'head' | 'times'>): Links {
  const begin = new Uint32Array(states + 1);
  for (const state of end) begin[state + 1]!++;
  for (let state = 0; state < states; state++) begin[state + 1]! += begin[state]!;
  const sorted = new Uint32Array(end.length);
  const next = begin.slice();
  for (let move = 0; move < end.length; move++) sorted[next[end[move]!]!++] = move;
  const from = new Uint32Array(states + 1);
  const other = new Uint32Array(end.length);
  const sums = new Float64Array(end.length);
  const placeOf = new Int32Array(states).fill(-1);
  let count = 0;
  for (let state = 0; state < states; state++) {
    from[state] = count;
    for (let at = begin[state]!; at < begin[state + 1]!; at++) {
      const move = sorted[at]!;
      const to = head[move]!;
      if (placeOf[to]! < from[state]!) {
        placeOf[to] = count;
        other[count++] = to;
      }
      sums[placeOf[to]!]! += times[move]!;
    }
  }
  from[states] = count;
  return { from, other: other.slice(0, count), times: sums.slice(0, count) };
}

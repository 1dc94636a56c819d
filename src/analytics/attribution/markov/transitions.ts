import { sum } from 'd3-array';
import type { Chain } from './chain.ts';

/** One move of the chain and how often it was made. */
export interface Transition {
  /** Places of claimants, the earliest first; empty: the beginning. */
  readonly from: readonly number[];
  readonly to: readonly number[] | 'conversion' | 'nothing';
  readonly times: number;
  /** Of all moves from there. */
  readonly share: number;
}

/** Every move that was made, the beginning first, then state by state. */
export function transitionsOf(chain: Chain): readonly Transition[] {
  const { walks, begun, left, converted, out, total } = chain;
  const tupleOf = (state: number): readonly number[] =>
    Array.from(walks.tuples.subarray(state * walks.order, (state + 1) * walks.order)).filter((of) => of >= 0);
  const starts = Array.from(begun, (times, state): Transition => {
    return { from: [], to: tupleOf(state), times, share: times / total };
  });
  const moves = Array.from({ length: walks.states }, (_, state): readonly Transition[] => {
    const made = (to: Transition['to'], times: number): Transition => {
      return { from: tupleOf(state), to, times, share: times / left[state]! };
    };
    const [begin, end] = [out.from[state]!, out.from[state + 1]!];
    const went = sum(out.times.subarray(begin, end));
    const onwards = Array.from(out.other.subarray(begin, end), (other, at) =>
      made(tupleOf(other), out.times[begin + at]!),
    );
    return [
      ...onwards,
      made('conversion', converted[state]!),
      made('nothing', left[state]! - went - converted[state]!),
    ];
  });
  return [...starts, ...moves.flat()].filter(({ times }) => times > 0);
}

import { draw } from '../../../engine/random.ts';
import type { Estimate } from '../../intervals.ts';
import { jackknife, plainInterval } from '../../intervals.ts';
import { setSizes, weightsBySize } from './shapley.ts';

/** Up to here every set is run: 2^8 runs. Above, orders of channels are drawn. */
export const MOST_EXACT = 8;
/** Pairs of an order and its reverse; as many runs less one a channel and order, less those that were made before. */
const PAIRS = 32;
const KEY = 0x73_68_61_70;

export interface CausalRequest {
  readonly channels: number;
  /** Contacts per group. */
  readonly contacts: Float64Array;
  /**
   * What the contacts come to when only the channels of this set are switched on, by group of contacts, all with the same luck. A run:
   * asked for one after the other, once a set. If it rejects, so does everything.
   */
  readonly valueOf: (on: number) => Promise<Float64Array>;
  /**
   * Squares of what the conversions thought of come to where few were seen (pairParts.ts): what a channel brings is a mean of paired
   * differences, and of none seen some may exist.
   */
  readonly moreSquares: number;
  readonly seed: number;
  /** After each run: how many are done, of at most how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

export interface CausalShapley {
  /** What each channel brings, per contact. The interval is over samples of contacts; where orders were drawn, over those as well. */
  readonly perContact: readonly Estimate[];
  readonly exact: boolean;
  readonly runs: number;
}

/**
 * Shapley values of the only game with a causal meaning: a set of channels is worth what the simulated contacts come to when the others
 * are switched off. Up to eight channels exactly; above, from drawn orders, each with its reverse (antithetic; Mitchell, Cooper, Frank &
 * Holmes 2022), since what a channel adds as one of the first and as one of the last errs to opposite sides.
 */
export async function causalShapley(request: CausalRequest): Promise<CausalShapley> {
  const exact = request.channels <= MOST_EXACT;
  const runs = new Runs(request, exact ? 2 ** request.channels : PAIRS * 2 * request.channels);
  return exact ? exactly(request, runs) : fromOrders(request, runs);
}

/** Runs each set once. */
class Runs {
  readonly #request: CausalRequest;
  readonly #most: number;
  readonly #known = new Map<number, Float64Array>();

  constructor(request: CausalRequest, most: number) {
    this.#request = request;
    this.#most = most;
  }

  get count(): number {
    return this.#known.size;
  }

  async valueOf(on: number): Promise<Float64Array> {
    const known = this.#known.get(on);
    if (known !== undefined) return known;
    const value = await this.#request.valueOf(on);
    this.#known.set(on, value);
    this.#request.onProgress?.(this.#known.size, this.#most);
    return value;
  }
}

async function exactly(request: CausalRequest, runs: Runs): Promise<CausalShapley> {
  const { channels, contacts } = request;
  const values: Float64Array[] = [];
  for (let on = 0; on < 2 ** channels; on++) values.push(await runs.valueOf(on));
  const weights = weightsBySize(channels);
  const sizes = setSizes(values.length);
  const perContact = Array.from({ length: channels }, (_, channel) => {
    // The value is linear in the runs, so groups of contacts have Shapley values of their own.
    const added = new Float64Array(contacts.length);
    for (let on = 0; on < values.length; on++)
      if ((on & (1 << channel)) === 0)
        addDifference(added, values[on | (1 << channel)]!, values[on]!, weights[sizes[on]!]!);
    return intervalOf(added, request);
  });
  return { perContact, exact: true, runs: runs.count };
}

/** `drawn`: the standard error of drawing orders. */
function intervalOf(added: Float64Array, { contacts, moreSquares }: CausalRequest, drawn = 0): Estimate {
  const sampled = jackknife(added, contacts);
  const unseen = Math.sqrt(moreSquares) / total(contacts);
  return plainInterval({ ...sampled, standardError: Math.hypot(sampled.standardError, unseen, drawn) });
}

function addDifference(to: Float64Array, after: Float64Array, before: Float64Array, weight: number): void {
  for (let group = 0; group < to.length; group++) to[group]! += weight * (after[group]! - before[group]!);
}

async function fromOrders(request: CausalRequest, runs: Runs): Promise<CausalShapley> {
  const { channels, contacts, seed } = request;
  const sums = Array.from({ length: channels }, () => new Float64Array(contacts.length));
  /** What each pair of orders says of each channel, per contact. */
  const byPair = Array.from({ length: channels }, () => new Float64Array(PAIRS));
  const people = total(contacts);
  for (let pair = 0; pair < PAIRS; pair++) {
    const order = drawOrder(channels, seed, pair);
    for (const one of [order, order.toReversed()]) {
      let on = 0;
      for (const channel of one) {
        const before = await runs.valueOf(on);
        on |= 1 << channel;
        const after = await runs.valueOf(on);
        addDifference(sums[channel]!, after, before, 1 / (2 * PAIRS));
        byPair[channel]![pair]! += (total(after) - total(before)) / (2 * people);
      }
    }
  }
  const perContact = sums.map((added, channel) =>
    intervalOf(added, request, standardErrorOfMean(byPair[channel]!)),
  );
  return { perContact, exact: false, runs: runs.count };
}

/** Fisher and Yates, with keyed draws. */
function drawOrder(channels: number, seed: number, pair: number): readonly number[] {
  const order = Array.from({ length: channels }, (_, channel) => channel);
  for (let last = channels - 1; last > 0; last--) {
    const place = Math.floor((draw(seed | 0, KEY, pair, last) / 2 ** 32) * (last + 1));
    [order[last], order[place]] = [order[place]!, order[last]!];
  }
  return order;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function standardErrorOfMean(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return Math.sqrt(squares / (values.length * (values.length - 1)));
}

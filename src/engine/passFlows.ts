import type { ProgramJourney } from '../compile/program.ts';
import type { RowsInMemory } from './touches.ts';
import { OUTLETS, PASSES, type FlowCounts } from './results.ts';

export const OUTLET = Object.fromEntries(OUTLETS.map((name, at) => [name, at])) as Readonly<
  Record<(typeof OUTLETS)[number], number>
>;

/**
 * Counts moves by pass, so that a journey with loops can be drawn without one. A contact is on its n-th pass from when it comes to some
 * step for the n-th time until it comes to a step outside the loop: what it does between two passes of one step belongs to one pass.
 */
export class PassFlows {
  readonly #people: RowsInMemory;
  readonly counts: FlowCounts;
  readonly #exits: Int32Array;
  /** Per contact of the shard: where it comes from, as `exit * PASSES + pass`; −1: from outside. */
  #left = new Int32Array(0);
  /** Per contact of the shard: the pass that it is on, from 0. */
  #pass = new Uint8Array(0);
  #from = 0;

  constructor(people: RowsInMemory, { steps }: ProgramJourney) {
    this.#people = people;
    this.#exits = new Int32Array(steps.length + 1);
    steps.forEach(({ exits }, at) => (this.#exits[at + 1] = this.#exits[at]! + exits.length));
    this.counts = {
      entered: new Float64Array(steps.length * PASSES),
      moves: new Float64Array(this.#exits[steps.length]! * PASSES * PASSES),
      out: new Float64Array(steps.length * PASSES * OUTLETS.length),
    };
  }

  load(from: number, count: number): void {
    this.#from = from;
    if (this.#left.length < count) {
      this.#left = new Int32Array(count);
      this.#pass = new Uint8Array(count);
    }
    this.#left.fill(-1);
  }

  /** Contact `i` leaves a step by an exit; where it comes to is told by `arrives`, if it leads anywhere. */
  leaves(i: number, step: number, exit: number, target: number): void {
    const row = this.#row(i);
    const left = (this.#exits[step]! + exit) * PASSES + this.#pass[row]!;
    if (target < 0) add(this.counts.moves, left * PASSES);
    else this.#left[row] = left;
  }

  /** `passes`: how often it has come to that step of a loop in this entry; 0: the step is in none. */
  arrives(i: number, step: number, passes: number): void {
    const row = this.#row(i);
    const left = this.#left[row]!;
    const before = left < 0 ? 0 : this.#pass[row]!;
    const pass = passes === 0 ? 0 : Math.min(Math.max(before, passes - 1), PASSES - 1);
    this.#pass[row] = pass;
    this.#left[row] = -1;
    add(this.counts.entered, step * PASSES + pass);
    if (left >= 0) add(this.counts.moves, left * PASSES + pass);
  }

  /** It leaves otherwise than by an exit, or stays. */
  goesOut(i: number, step: number, outlet: number): void {
    add(this.counts.out, (step * PASSES + this.#pass[this.#row(i)]!) * OUTLETS.length + outlet);
  }

  #row(i: number): number {
    return this.#people.base - this.#from + i;
  }
}

function add(counts: Float64Array, at: number): void {
  counts[at] = counts[at]! + 1;
}

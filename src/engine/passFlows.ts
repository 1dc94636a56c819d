import type { ProgramJourney } from '../compile/program.ts';
import type { People } from './people.ts';
import { OUTLETS, PASSES, type FlowCounts } from './results.ts';

export const OUTLET = Object.fromEntries(OUTLETS.map((name, at) => [name, at])) as Readonly<
  Record<(typeof OUTLETS)[number], number>
>;

/** Counts moves by pass, so that a journey with loops can be drawn without one. */
export class PassFlows {
  readonly #people: People;
  readonly counts: FlowCounts;
  readonly #exits: Int32Array;
  /** Per contact of the shard: where it comes from, as `exit * PASSES + pass`; −1: from outside. */
  #left = new Int32Array(0);
  #from = 0;

  constructor(people: People, { steps }: ProgramJourney) {
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
    if (this.#left.length < count) this.#left = new Int32Array(count);
    this.#left.fill(-1);
  }

  /** Contact `i` leaves a step by an exit; where it comes to is told by `arrives`, if it leads anywhere. */
  leaves(i: number, step: number, passes: number, exit: number, target: number): void {
    const left = (this.#exits[step]! + exit) * PASSES + passOf(passes);
    if (target < 0) add(this.counts.moves, left * PASSES);
    else this.#left[this.#row(i)] = left;
  }

  arrives(i: number, step: number, passes: number): void {
    const pass = passOf(passes);
    add(this.counts.entered, step * PASSES + pass);
    const row = this.#row(i);
    const left = this.#left[row]!;
    if (left >= 0) add(this.counts.moves, left * PASSES + pass);
    this.#left[row] = -1;
  }

  /** It leaves otherwise than by an exit, or stays. */
  goesOut(step: number, passes: number, outlet: number): void {
    add(this.counts.out, (step * PASSES + passOf(passes)) * OUTLETS.length + outlet);
  }

  #row(i: number): number {
    return this.#people.base - this.#from + i;
  }
}

/** Of a step that is met once only, `passes` is 0. */
function passOf(passes: number): number {
  return Math.min(Math.max(passes - 1, 0), PASSES - 1);
}

function add(counts: Float64Array, at: number): void {
  counts[at] = counts[at]! + 1;
}

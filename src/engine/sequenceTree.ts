import { longer } from './longer.ts';
import type { PathCounts } from './results.ts';

/** Counts sequences of sends: each is a way from the root, node 0. */
export class SequenceTree {
  /** `node * SENDS + send` to the child. */
  readonly #children = new Map<number, number>();
  #parent = new Int32Array(256);
  #send = new Uint16Array(256);
  #times = new Float64Array(256);
  #count = 1;

  /** The node to which a send leads from another. */
  child(node: number, send: number): number {
    const key = node * SENDS + send;
    const known = this.#children.get(key);
    if (known !== undefined) return known;
    const made = this.#count++;
    if (made === this.#parent.length) {
      this.#parent = longer(this.#parent, Int32Array);
      this.#send = longer(this.#send, Uint16Array);
      this.#times = longer(this.#times, Float64Array);
    }
    this.#parent[made] = node;
    this.#send[made] = send;
    this.#children.set(key, made);
    return made;
  }

  count(node: number): void {
    this.#times[node] = this.#times[node]! + 1;
  }

  /** In ascending order, whatever the order in which they were counted. */
  get columns(): PathCounts {
    const counted: CountedWay[] = [];
    for (let node = 1; node < this.#count; node++)
      if (this.#times[node]! > 0) counted.push({ way: this.#wayTo(node), times: this.#times[node]! });
    return pathCounts(counted.sort((a, b) => compareWays(a.way, b.way)));
  }

  #wayTo(node: number): number[] {
    const way: number[] = [];
    for (let at = node; at > 0; at = this.#parent[at]!) way.push(this.#send[at]!);
    return way.reverse();
  }
}

/** As many as a column of sends can tell apart. */
const SENDS = 65_536;

export interface CountedWay {
  readonly way: ArrayLike<number>;
  readonly times: number;
}

export function pathCounts(counted: readonly CountedWay[]): PathCounts {
  const from = new Uint32Array(counted.length + 1);
  counted.forEach(({ way }, at) => (from[at + 1] = from[at]! + way.length));
  const send = new Uint16Array(from[counted.length]!);
  counted.forEach(({ way }, at) => send.set(way, from[at]));
  return { from, send, times: Float64Array.from(counted, ({ times }) => times) };
}

/** Send by send; a beginning comes before what goes on from it. */
export function compareWays(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const shared = Math.min(a.length, b.length);
  for (let k = 0; k < shared; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return a.length - b.length;
}

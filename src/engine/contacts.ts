import type { ContactRange } from './protocol.ts';
import { CONTACT_KEY, draw, second } from './random.ts';

/** Contact numbers of a range, in order. A sample's are the same however many parts it is divided into. */
export function contactsOf(range: ContactRange, seed: number): Uint32Array {
  if (range.kind === 'range') return numbersFrom(range.from, range.to);
  const chosen = sampleOf(range.count, range.of, seed);
  const [from, to] = partOf(chosen.length, range.part, range.parts);
  return chosen.slice(from, to);
}

interface Sample {
  readonly count: number;
  readonly of: number;
  readonly seed: number;
  readonly chosen: Uint32Array;
}

/** The last sample that was chosen: forecast after forecast asks for the same. */
let last: Sample = { count: -1, of: -1, seed: 0, chosen: new Uint32Array(0) };

function sampleOf(count: number, of: number, seed: number): Uint32Array {
  if (last.count !== count || last.of !== of || last.seed !== seed)
    last = { count, of, seed, chosen: sampleContacts(count, of, seed) };
  return last.chosen;
}

/** How many contacts the whole run of this range has. */
export function runSize(range: ContactRange): number {
  return range.kind === 'range' ? range.of : Math.min(range.count, range.of);
}

/** Every contact of the run that this range is part of. */
export function wholeRun(range: ContactRange): ContactRange {
  return range.kind === 'range' ? { ...range, from: 0, to: range.of } : { ...range, part: 0, parts: 1 };
}

/** Bounds of part `part` of `parts` of `count` things. */
export function partOf(count: number, part: number, parts: number): readonly [number, number] {
  return [Math.floor((count * part) / parts), Math.floor((count * (part + 1)) / parts)];
}

/** The `count` contacts among `of` with the smallest keyed hashes, ascending by number; ties go to the smaller number. */
export function sampleContacts(count: number, of: number, seed: number): Uint32Array {
  if (count >= of) return numbersFrom(0, of);
  const ranks = new Uint32Array(of);
  const histogram = new Uint32Array(65536);
  for (let contact = 0; contact < of; contact++) {
    // The word beside the group's own: samples are even over the 128 groups, not a few of them.
    draw(seed | 0, CONTACT_KEY.GROUP, contact, 0);
    const rank = second();
    ranks[contact] = rank;
    histogram[rank >>> 16] = histogram[rank >>> 16]! + 1;
  }
  let cell = 0;
  let below = 0;
  while (below + histogram[cell]! < count) below += histogram[cell++]!;
  const edge: number[] = [];
  for (let contact = 0; contact < of; contact++) if (ranks[contact]! >>> 16 === cell) edge.push(contact);
  edge.sort((a, b) => ranks[a]! - ranks[b]! || a - b);
  const taken = new Set(edge.slice(0, count - below));
  const chosen = new Uint32Array(count);
  let filled = 0;
  for (let contact = 0; contact < of; contact++) {
    const high = ranks[contact]! >>> 16;
    if (high < cell || (high === cell && taken.has(contact))) chosen[filled++] = contact;
  }
  return chosen;
}

function numbersFrom(from: number, to: number): Uint32Array {
  const numbers = new Uint32Array(to - from);
  for (let k = 0; k < numbers.length; k++) numbers[k] = from + k;
  return numbers;
}

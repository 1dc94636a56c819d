import { describe, expect, it } from 'vitest';
import { hash32 } from '../../src/compile/hash.ts';
import { PURPOSE, draw, occasion, second } from '../../src/engine/random.ts';

/** |z| that chance passes once in a million times. */
const ONE_IN_A_MILLION = 4.892;
const N = 1 << 17;
const STEP = hash32('generator\u0000a');
const OTHER_STEP = hash32('generator\u0000b');
const OPENING = occasion(0, 0, PURPOSE.OPENING);
const STEPS = Array.from({ length: 8 }, (_, step) => hash32(`generator\u0000${step}`));

/** A chi-square value as a standard normal one (Wilson and Hilferty 1931); good from some ten degrees of freedom. */
function chiSquareZ(chiSquare: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** How far counts lie from all being the same. */
function evenZ(counts: Float64Array): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  return chiSquareZ(chiSquare, counts.length - 1);
}

function tally(cells: number, of: (k: number) => number, n = N): Float64Array {
  const counts = new Float64Array(cells);
  for (let k = 0; k < n; k++) {
    const cell = of(k);
    counts[cell] = counts[cell]! + 1;
  }
  return counts;
}

const centred = (word: number): number => word / 4294967296 - 0.5;

/** Correlation of two series as a standard normal value. */
function correlationZ(a: Uint32Array, b: Uint32Array, lag = 0): number {
  let sum = 0;
  for (let k = lag; k < a.length; k++) sum += centred(a[k - lag]!) * centred(b[k]!);
  return (12 * sum) / Math.sqrt(a.length - lag);
}

/** Whether the top and the bottom four bits of one word say something about those of the other. */
function nibblePairsZ(pair: (k: number) => readonly [number, number], n = N): number[] {
  const top = new Float64Array(256);
  const bottom = new Float64Array(256);
  for (let k = 0; k < n; k++) {
    const [a, b] = pair(k);
    const high = ((a >>> 28) << 4) | (b >>> 28);
    const low = ((a & 15) << 4) | (b & 15);
    top[high] = top[high]! + 1;
    bottom[low] = bottom[low]! + 1;
  }
  return [evenZ(top), evenZ(bottom)];
}

function worst(zs: readonly number[]): number {
  return Math.max(...zs.map(Math.abs));
}

/** Threefry-2x32 word for word as in its paper: any number of rounds, nothing unrolled. */
function threefry(rounds: number, key: readonly number[], counter: readonly number[]): number[] {
  const rotations = [13, 15, 26, 6, 17, 29, 16, 24];
  const [k0 = 0, k1 = 0] = key;
  const keys = [k0, k1, 0x1bd11bda ^ k0 ^ k1];
  let x = (counter[0]! + k0) | 0;
  let y = (counter[1]! + k1) | 0;
  for (let round = 0; round < rounds; round++) {
    const by = rotations[round % 8]!;
    x = (x + y) | 0;
    y = ((y << by) | (y >>> (32 - by))) ^ x;
    if (round % 4 !== 3) continue;
    const injection = (round + 1) / 4;
    x = (x + keys[injection % 3]!) | 0;
    y = (y + keys[(injection + 1) % 3]! + injection) | 0;
  }
  return [x >>> 0, y >>> 0];
}

describe('the keyed generator', () => {
  // Random123’s kat_vectors; those of 13 rounds are also in test/engine/random.test.ts.
  it.each([
    [13, [0, 0], [0, 0], [0x9d1c5ec6, 0x8bd50731]],
    [13, [-1, -1], [-1, -1], [0xfd36d048, 0x2d17272c]],
    [13, [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], [0xba3e4725, 0xf27d669e]],
    [20, [0, 0], [0, 0], [0x6b200159, 0x99ba4efe]],
    [20, [-1, -1], [-1, -1], [0x1cb996fc, 0xbb002be7]],
    [20, [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], [0xc4923a9c, 0x483df7a0]],
    [32, [0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], [0xe2827716, 0xc3c05cdf]],
  ])('has a plain version that knows the answer of %i rounds to key %j, counter %j', (...known) => {
    const [rounds, key, counter, answer] = known;
    expect(threefry(rounds, key, counter)).toEqual(answer);
  });

  it('agrees with the plain version of 13 rounds, whatever key and counter', () => {
    let words = [1, 2, 3, 4];
    for (let k = 0; k < 5000; k++) {
      const [a, b, c, d] = words as [number, number, number, number];
      const first = draw(a, b, c, d);
      const plain = threefry(13, [a, b], [c, d]);
      expect([first, second()]).toEqual(plain);
      words = [d, ...plain, a ^ k];
    }
  });
});

/** Words in the orders in which neighbours are most alike; `k` from 0 up, called in order. */
const streams: Readonly<Record<string, (k: number) => number>> = {
  'contacts, first word': (k) => draw(1, STEP, k, OPENING),
  'contacts, second word': (k) => {
    draw(1, STEP, k, OPENING);
    return second();
  },
  'contacts, both words': (k) => (k % 2 === 1 ? second() : draw(2, STEP, k >>> 1, OPENING)),
  'step keys 0, 1, 2, …': (k) => draw(1, k, 7, OPENING),
  'seeds 0, 1, 2, …': (k) => draw(k, STEP, 7, OPENING),
  'purposes of one contact after the other': (k) => draw(1, STEP, k >>> 8, occasion(0, 0, k & 255)),
  'passes of one contact after the other': (k) => draw(1, STEP, k >>> 12, occasion(0, k & 4095, 9)),
  'entries of one contact after the other': (k) => draw(1, STEP, k >>> 12, occasion(k & 4095, 0, 9)),
  'events of one contact': (k) => draw(1, STEP, 7, (k << 8) | PURPOSE.EVENT_GAP),
  'organic conversions of one contact after the other': (k) => draw(1, 0x6f726761, k >>> 4, k & 15),
  'steps, passes, purposes, both words': (k) =>
    k % 2 === 1
      ? second()
      : draw(1, STEPS[(k >>> 5) & 7]!, k >>> 8, occasion(0, (k >>> 4) & 1, 1 + ((k >>> 1) & 7))),
  'contacts up while seeds go down': (k) => draw(-k, STEP, k, OPENING),
  'passes up while step keys go down': (k) => draw(1, (STEP - (k << 8)) | 0, 7, k << 8),
};

describe.each(Object.keys(streams))('over %s', (name) => {
  const words = Uint32Array.from({ length: N }, (_, k) => streams[name]!(k));

  it('sets every bit half of the time (chi-square of 32 bits)', () => {
    let chiSquare = 0;
    for (let bit = 0; bit < 32; bit++) {
      const set = words.reduce((sum, word) => sum + ((word >>> bit) & 1), 0);
      chiSquare += (set - N / 2) ** 2 / (N / 4);
    }
    expect(Math.abs(chiSquareZ(chiSquare, 32))).toBeLessThan(ONE_IN_A_MILLION);
  });

  it('is even in each byte (chi-square of 256 cells)', () => {
    const zs = [0, 8, 16, 24].map((shift) => evenZ(tally(256, (k) => (words[k]! >>> shift) & 255)));
    expect(worst(zs)).toBeLessThan(ONE_IN_A_MILLION);
  });

  it('tells nothing of the next word (correlation at lags 1, 2, 8, 256; pairs of nibbles)', () => {
    const zs = [1, 2, 8, 256].map((lag) => correlationZ(words, words, lag));
    zs.push(...nibblePairsZ((k) => [words[2 * k]!, words[2 * k + 1]!], N / 2));
    expect(worst(zs)).toBeLessThan(ONE_IN_A_MILLION);
  });

  it('puts four neighbours in each of the 24 orders equally often', () => {
    const orders = tally(
      256,
      (k) => {
        // Each of the four by how many of the others are smaller.
        const four = words.subarray(4 * k, 4 * k + 4);
        return [...four].reduce((code, word) => code * 4 + four.filter((other) => other < word).length, 0);
      },
      N / 4,
    ).filter((count) => count > 0);
    expect(orders.length).toBe(24);
    expect(Math.abs(evenZ(orders))).toBeLessThan(ONE_IN_A_MILLION);
  });
});

/** Two draws that the engine takes as independent, for the same contact. */
const pairs: Readonly<Record<string, (contact: number) => readonly [number, number]>> = {
  'the two words of a draw': (contact) => [draw(3, STEP, contact, OPENING), second()],
  'two purposes': (contact) => [
    draw(3, STEP, contact, occasion(0, 0, PURPOSE.OPENING)),
    draw(3, STEP, contact, occasion(0, 0, PURPOSE.ANSWERING)),
  ],
  'two passes': (contact) => [
    draw(3, STEP, contact, occasion(0, 0, PURPOSE.OPENING)),
    draw(3, STEP, contact, occasion(0, 1, PURPOSE.OPENING)),
  ],
  'two entries': (contact) => [
    draw(3, STEP, contact, occasion(0, 0, PURPOSE.OPENING)),
    draw(3, STEP, contact, occasion(1, 0, PURPOSE.OPENING)),
  ],
  'two steps': (contact) => [draw(3, STEP, contact, OPENING), draw(3, OTHER_STEP, contact, OPENING)],
  'two seeds': (contact) => [draw(3, STEP, contact, OPENING), draw(4, STEP, contact, OPENING)],
  'a trait and a step': (contact) => [draw(3, 0x74726169, contact, 0), draw(3, STEP, contact, OPENING)],
  // Seed 4 of contact c and seed 3 of contact c + 1 start their first round from the same sum.
  'the next seed and the contact before': (contact) => [
    draw(3, STEP, contact + 1, OPENING),
    draw(4, STEP, contact, OPENING),
  ],
};

describe.each(Object.keys(pairs))('between %s', (name) => {
  it('nothing is shared (correlation of words, of nibbles, bits in common)', () => {
    const first = new Uint32Array(N);
    const other = new Uint32Array(N);
    let common = 0;
    for (let k = 0; k < N; k++) {
      const [a, b] = pairs[name]!(k);
      first[k] = a;
      other[k] = b;
      for (let differing = a ^ b; differing !== 0; differing &= differing - 1) common--;
    }
    common += 32 * N;
    const zs = [correlationZ(first, other), (common - 16 * N) / Math.sqrt(8 * N)];
    zs.push(...nibblePairsZ((k) => [first[k]!, other[k]!]));
    expect(worst(zs)).toBeLessThan(ONE_IN_A_MILLION);
  });
});

describe('a changed input bit', () => {
  const samples = 2048;

  it('changes every bit of both words half of the time (avalanche, 128 × 64)', () => {
    const zs: number[] = [];
    for (let bit = 0; bit < 128; bit++) {
      const changed = new Float64Array(64);
      for (let k = 0; k < samples; k++) {
        const input = [k & 7, STEP + (k >>> 3), k, occasion(k & 3, k & 15, 1 + (k % 14))] as const;
        const first = draw(...input);
        const rest = second();
        const flipped = input.map((word, at) => (at === bit >>> 5 ? word ^ (1 << (bit & 31)) : word));
        const firstDiffers = first ^ draw(...(flipped as [number, number, number, number]));
        const restDiffers = rest ^ second();
        for (let out = 0; out < 32; out++) {
          changed[out] = changed[out]! + ((firstDiffers >>> out) & 1);
          changed[32 + out] = changed[32 + out]! + ((restDiffers >>> out) & 1);
        }
      }
      for (const count of changed) zs.push((count - samples / 2) / Math.sqrt(samples / 4));
    }
    const chiSquare = zs.reduce((sum, z) => sum + z * z, 0);
    expect(Math.abs(chiSquareZ(chiSquare, zs.length))).toBeLessThan(ONE_IN_A_MILLION);
    // One in a million for the largest of 8 192.
    expect(worst(zs)).toBeLessThan(6.35);
  });
});

describe('all words of a run', () => {
  it('are equal as seldom as chance has it: n² / 2^33 pairs', () => {
    const n = 1 << 20;
    const words = Uint32Array.from({ length: n }, (_, k) =>
      draw(5, STEPS[k & 7]!, k >>> 6, occasion(0, 0, 1 + ((k >>> 3) & 7))),
    ).sort();
    let equal = 0;
    for (let k = 1; k < n; k++) if (words[k] === words[k - 1]) equal++;
    const expected = n ** 2 / 2 ** 33;
    expect(Math.abs(equal - expected) / Math.sqrt(expected)).toBeLessThan(ONE_IN_A_MILLION);
  });
});

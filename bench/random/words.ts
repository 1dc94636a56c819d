import { createCipheriv, type Cipher } from 'node:crypto';
import { writeSync } from 'node:fs';
import { hash32 } from '../../src/compile/hash.ts';
import { PURPOSE, draw, occasion, second } from '../../src/engine/random.ts';

/**
 * Draws as the engine makes them, as endless raw 32-bit little-endian words on stdout, for batteries of tests of randomness. From the
 * repository's root: `npx vite build --ssr bench/random/words.ts --outDir .cache/random/program`, then
 * `node .cache/random/program/words.js STREAM [seed] | dieharder -g 200 -a`. `bench/random/battery.sh` does both.
 */

/** Keys of the steps of a made-up journey, hashed as the compiler does. */
const STEPS = Uint32Array.from({ length: 8 }, (_, step) => hash32(`battery\u0000step-${step + 1}`));
const STEP = hash32('battery\u0000step-1');
/** Purposes of one contact at one step, in the order in which a send uses them. */
const PURPOSES = Uint8Array.of(
  PURPOSE.DELIVERY,
  PURPOSE.OPENING,
  PURPOSE.ANSWERING,
  PURPOSE.REPLYING,
  PURPOSE.CLICKING,
  PURPOSE.CONVERTING,
  PURPOSE.BUYING,
  PURPOSE.GOODWILL,
);
/** Written at a time. */
const WORDS = 1 << 16;
const OPENING = occasion(0, 0, PURPOSE.OPENING);

/** Word `at` (a signed 32-bit number, from 0 up and round again) of a stream; called in order. */
type Stream = (seed: number, at: number) => number;

const STREAMS: Readonly<Record<string, Stream>> = {
  /** Contacts 0, 1, 2, … at one step: is the message opened? */
  'contacts-first': (seed, at) => draw(seed, STEP, at, OPENING),
  /** The same draws, the word that is read after the call. */
  'contacts-second': (seed, at) => {
    draw(seed, STEP, at, OPENING);
    return second();
  },
  /** All that one contact meets: 8 steps, 2 passes, 8 purposes, 2 words; then the next contact. */
  journey: (seed, at) =>
    (at & 1) === 1
      ? second()
      : draw(seed, STEPS[(at >>> 5) & 7]!, at >>> 8, occasion(0, (at >>> 4) & 1, PURPOSES[(at >>> 1) & 7]!)),
  /** One contact at steps whose keys are neighbours, which hashing makes unlikely. */
  steps: (seed, at) => draw(seed, at, 0, OPENING),
  /** One contact in runs with the seeds 0, 1, 2, …; another seed asked for is another contact. */
  seeds: (contact, at) => draw(at, STEP, contact, OPENING),
  /** All 256 purposes of one contact at one step, then of the next contact. */
  purposes: (seed, at) => draw(seed, STEP, at >>> 8, occasion(0, 0, at & 255)),
  /** 4 096 entries and 4 096 passes of one contact, then the next. */
  occasions: (seed, at) => draw(seed, STEP, at >>> 24, (at << 8) | PURPOSE.WAITING),
  /** Seed + contact stays the same, and so does the sum that the first round starts from: the hardest neighbours there are. */
  diagonal: (seed, at) => draw((seed - at) | 0, STEP, at, OPENING),
  /** No draws but a linear congruential generator, which a battery that works must turn down. */
  control: (seed, at) => (congruential = at === 0 ? seed : Math.imul(congruential, 1664525) + 1013904223),
  /** No draws but AES in counter mode: what a battery says of words that have no fault. */
  reference: (seed, at) => {
    if (at === 0) cipher = aes(seed);
    if (at % WORDS === 0) encrypted = cipher.update(NOUGHTS);
    return encrypted.readInt32LE((at & (WORDS - 1)) * 4);
  },
};

let congruential = 0;

const NOUGHTS = Buffer.alloc(WORDS * 4);
let cipher = aes(0);
let encrypted = NOUGHTS;

function aes(seed: number): Cipher {
  const key = Buffer.alloc(16);
  key.writeInt32LE(seed | 0);
  return createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
}

function main(): void {
  const [name = '', seed = '1'] = process.argv.slice(2);
  const stream = STREAMS[name];
  if (stream === undefined)
    throw new Error(`no stream is called ${name}; there are: ${Object.keys(STREAMS).join(', ')}`);
  const bytes = new DataView(new ArrayBuffer(WORDS * 4));
  // After 2^32 words the stream of the next seed begins.
  for (let run = Number(seed), at = 0; ; run++) {
    do {
      fill(bytes, stream, run, at);
      writeAll(bytes);
      at = (at + WORDS) | 0;
    } while (at !== 0);
  }
}

function fill(bytes: DataView, stream: Stream, seed: number, at: number): void {
  for (let k = 0; k < WORDS; k++) bytes.setInt32(k * 4, stream(seed, (at + k) | 0) | 0, true);
}

let written = 0;

/** Ends the program when the reader has had enough, and says how much that was. */
function writeAll(bytes: DataView): void {
  for (let from = 0; from < bytes.byteLength;) {
    try {
      const count = writeSync(process.stdout.fd, bytes, from);
      from += count;
      written += count;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') {
        console.error(`${(written / 1e9).toFixed(2)} GB written`);
        process.exit(0);
      }
      if (code !== 'EAGAIN') throw error;
    }
  }
}

main();

import { BLOCK_CONTACTS } from './memory.ts';
import { PARITY } from './random.ts';

/**
 * Where column draws take their counters from and leave their words: word `k` of lane `l` stands at `l * BLOCK_CONTACTS + k`. One place for
 * all, so that the compiler knows it (see `memory.ts`).
 */
export const drawing = {
  contact: new Uint32Array(BLOCK_CONTACTS),
  /** As `occasion` makes it, with purpose 0. */
  occasion: new Int32Array(BLOCK_CONTACTS),
  first: new Uint32Array(BLOCK_CONTACTS * 4),
  second: new Uint32Array(BLOCK_CONTACTS * 4),
};

/**
 * The draws of the first `count` contacts of `drawing` for one purpose, into a lane. In a loop of its own since a processor makes several
 * of these at once but waits for each round of one.
 */
export function drawColumn(key0: number, key1: number, purpose: number, count: number, lane: number): void {
  const { contact, occasion: occasions, first, second: seconds } = drawing;
  const place = lane * BLOCK_CONTACTS;
  const key2 = PARITY ^ key0 ^ key1;
  const key2and1 = (key2 + 1) | 0;
  const key0and2 = (key0 + 2) | 0;
  const key1and3 = (key1 + 3) | 0;
  for (let k = 0; k < count; k++) {
    let x = (contact[k]! + key0) | 0;
    let y = ((occasions[k]! | purpose) + key1) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + key1) | 0;
    y = (y + key2and1) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    x = (x + y) | 0;
    y = ((y << 29) | (y >>> 3)) ^ x;
    x = (x + y) | 0;
    y = ((y << 16) | (y >>> 16)) ^ x;
    x = (x + y) | 0;
    y = ((y << 24) | (y >>> 8)) ^ x;
    x = (x + key2) | 0;
    y = (y + key0and2) | 0;
    x = (x + y) | 0;
    y = ((y << 13) | (y >>> 19)) ^ x;
    x = (x + y) | 0;
    y = ((y << 15) | (y >>> 17)) ^ x;
    x = (x + y) | 0;
    y = ((y << 26) | (y >>> 6)) ^ x;
    x = (x + y) | 0;
    y = ((y << 6) | (y >>> 26)) ^ x;
    x = (x + key0) | 0;
    y = (y + key1and3) | 0;
    x = (x + y) | 0;
    y = ((y << 17) | (y >>> 15)) ^ x;
    first[place + k] = x;
    seconds[place + k] = y;
  }
}

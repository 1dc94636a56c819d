/**
 * Keyed draws: Threefry-2x32 with 13 rounds (Salmon, Moraes, Dror, Shaw, SC11), the fewest rounds that pass BigCrush.
 * A draw depends on what it is for, never on how many came before, so an edit elsewhere leaves it alone.
 *
 * key = (seed, step key), counter = (contact, entry << 20 | pass << 8 | purpose). Two words come out; the second is read
 * from `second` right after the call. They stand in an array because a number above 2^30 that is returned, or kept in a variable of
 * the module, would be allocated each time.
 */
const words = new Uint32Array(2);

/** Threefry's own constant. */
export const PARITY = 0x1bd11bda;

/** First word, 0 … 2^32 − 1. */
export function draw(key0: number, key1: number, counter0: number, counter1: number): number {
  threefry(key0, key1, counter0, counter1);
  return words[0]!;
}

function threefry(key0: number, key1: number, counter0: number, counter1: number): void {
  const key2 = PARITY ^ key0 ^ key1;
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  // Rounds 1–4, rotations 13 15 26 6, then a key is injected; 5–8 with 17 29 16 24; and so on.
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key1) | 0;
  y = (y + key2 + 1) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  x = (x + y) | 0;
  y = ((y << 29) | (y >>> 3)) ^ x;
  x = (x + y) | 0;
  y = ((y << 16) | (y >>> 16)) ^ x;
  x = (x + y) | 0;
  y = ((y << 24) | (y >>> 8)) ^ x;
  x = (x + key2) | 0;
  y = (y + key0 + 2) | 0;
  x = (x + y) | 0;
  y = ((y << 13) | (y >>> 19)) ^ x;
  x = (x + y) | 0;
  y = ((y << 15) | (y >>> 17)) ^ x;
  x = (x + y) | 0;
  y = ((y << 26) | (y >>> 6)) ^ x;
  x = (x + y) | 0;
  y = ((y << 6) | (y >>> 26)) ^ x;
  x = (x + key0) | 0;
  y = (y + key1 + 3) | 0;
  x = (x + y) | 0;
  y = ((y << 17) | (y >>> 15)) ^ x;
  words[0] = x;
  words[1] = y;
}

/** Second word of the last `draw`. */
export function second(): number {
  return words[1]!;
}

/** Entry (0–4095), pass (0–4095) and purpose (0–255) in one counter word. */
export function occasion(entry: number, pass: number, purpose: number): number {
  return (entry << 20) | (pass << 8) | purpose;
}

/** What a step's draw is for. Two words each; the names say which is which. */
export const PURPOSE = {
  /** delivered, –: the only draw whose key carries the channel */
  DELIVERY: 1,
  /** opened, open delay */
  OPENING: 2,
  /** unsubscribed, clicked */
  ANSWERING: 3,
  /** click delay, complaint */
  CLICKING: 4,
  /** converted, quick or slow buyer */
  CONVERTING: 5,
  /** conversion delay, value */
  BUYING: 6,
  /** replied, machine's open */
  REPLYING: 7,
  /** number of goodwill conversions, – */
  GOODWILL: 8,
  /** length of a random wait, – */
  WAITING: 9,
  /** won, length of the sales cycle */
  WINNING: 10,
  /** value of a win or of a goal step's conversion, – */
  VALUE: 11,
  /** experiment arm, –: without entry and pass */
  ARM: 12,
  /** spread of the entry, – */
  SPREAD: 13,
  /** gap to the next entry event, –: counted by event */
  EVENT_GAP: 14,
  /** spread of a release after quiet hours, – */
  RELEASE: 15,
  /** second of joining a queue of agents, handling time */
  QUEUE: 16,
  /** delay and value of the k-th goodwill conversion: EACH + k */
  EACH: 32,
} as const;

/** Key words of draws that belong to a contact and to no step. */
export const CONTACT_KEY = {
  /** engagement bucket and propensity bin and machine reader; dead address */
  TRAITS: 0x7472_6169,
  /** counter k: gap before the k-th organic conversion, its value */
  ORGANIC: 0x6f72_6761,
  /** group of 128 and rank in samples */
  GROUP: 0x6772_6f75,
  /** rank in the entry cap */
  ENTRY_CAP: 0x656e_7472,
  /** rank among contacts that want a shared capacity in the same minute */
  CAPACITY: 0x6361_7061,
  /** rank among contacts whose paths and stories are kept */
  STORY: 0x7374_6f72,
} as const;

/**
 * Mixes 32 bits into 32 evenly: Chris Wellons' `lowbias32` (hash-prospector, nullprogram.com, 2018). Integers only, so the
 * same on every machine. Good enough to make up people; the luck of a run comes from the engine's generator.
 */
export function mix32(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Key for one stream of draws (a column), from a seed. */
export function streamKey(seed: number, stream: number): number {
  return mix32(mix32(seed) + Math.imul(stream + 1, 0x9e3779b1));
}

/** Draw number `index` of a stream, 0 to 2^32 − 1. Any index can be asked for without those before it. */
export function drawAt(key: number, index: number): number {
  return mix32(mix32(index ^ key) + key);
}

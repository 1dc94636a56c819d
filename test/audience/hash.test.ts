import { expect, test } from 'vitest';
import { drawAt, mix32, streamKey } from '../../src/audience/hash.ts';

test('mix32 is lowbias32', () => {
  // Values of the C function in hash-prospector, computed with it.
  expect([mix32(0), mix32(1), mix32(0xffffffff)]).toEqual([0, 1753845952, 1734902346]);
});

test('draws of one stream fall evenly into 256 bins, also for neighbouring indices and seeds', () => {
  for (const seed of [0, 1, 2, -1]) {
    const bins = new Uint32Array(256);
    const key = streamKey(seed, 3);
    for (let index = 0; index < 256_000; index++) bins[drawAt(key, index) >>> 24]!++;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 255 degrees of freedom: 1 in a million beyond 373.
    expect(chiSquare).toBeLessThan(373);
  }
});

test('streams of one seed are not correlated', () => {
  const [a, b] = [streamKey(1, 0), streamKey(1, 1)];
  let together = 0;
  for (let index = 0; index < 100_000; index++)
    together += (drawAt(a, index) / 2 ** 32 - 0.5) * (drawAt(b, index) / 2 ** 32 - 0.5);
  // Standard deviation of the mean of products: 1/12 / sqrt(n).
  expect(Math.abs(together / 100_000)).toBeLessThan(5 / 12 / Math.sqrt(100_000));
});

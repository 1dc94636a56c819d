import { describe, expect, it } from 'vitest';
import { BLOCK_CONTACTS } from '../../src/engine/memory.ts';
import { drawColumn, drawing } from '../../src/engine/drawColumn.ts';
import { draw, occasion, second } from '../../src/engine/random.ts';

describe('Threefry-2x32-13', () => {
  // Known answers: Random123, and the vectors of its authors’ kat file for 13 rounds.
  it.each([
    [[0, 0], [0, 0], '9d1c5ec6 8bd50731'],
    [[-1, -1], [-1, -1], 'fd36d048 2d17272c'],
    [[0x13198a2e, 0x03707344], [0x243f6a88, 0x85a308d3], 'ba3e4725 f27d669e'],
  ] as const)('key %j counter %j', (key, counter, words) => {
    const first = draw(key[0], key[1], counter[0], counter[1]);
    expect([first, second()].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(words);
  });

  it('is even over neighbouring contacts: chi-square of 256 cells within its 0.1 % points', () => {
    const cells = new Float64Array(256);
    const n = 200_000;
    for (let contact = 0; contact < n; contact++) {
      const cell = draw(1, 2, contact, occasion(0, 0, 3)) >>> 24;
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const expected = n / 256;
    const chi = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Chi-square with 255 degrees of freedom.
    expect(chi).toBeGreaterThan(190);
    expect(chi).toBeLessThan(330);
  });

  it('draws in columns what it draws one by one', () => {
    const counter = (k: number): number => draw(5, 6, k, 0) | 0;
    drawing.contact.forEach((_, k) => (drawing.contact[k] = counter(2 * k)));
    drawing.occasion.forEach((_, k) => (drawing.occasion[k] = counter(2 * k + 1) & ~255));
    for (const [lane, purpose] of [1, 7, 255, 32].entries()) {
      const key = counter(-1 - lane);
      drawColumn(-7, key, purpose, BLOCK_CONTACTS, lane);
      for (let k = 0; k < BLOCK_CONTACTS; k++) {
        const first = draw(-7, key, drawing.contact[k]!, drawing.occasion[k]! | purpose);
        const place = lane * BLOCK_CONTACTS + k;
        expect([drawing.first[place], drawing.second[place]]).toEqual([first, second()]);
      }
    }
  });

  it('keeps entry, pass and purpose apart', () => {
    const words = new Set([
      occasion(0, 0, 1),
      occasion(0, 1, 0),
      occasion(1, 0, 0),
      occasion(4095, 4095, 255),
    ]);
    expect(words.size).toBe(4);
  });
});

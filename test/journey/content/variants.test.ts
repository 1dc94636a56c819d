import { describe, expect, it } from 'vitest';
import { contentFor, variantShares, withVariant } from '../../../src/journey/content/variants.ts';
import type { Content, Variant } from '../../../src/journey/steps/message.ts';

const variant = (id: string, more: Partial<Variant> = {}): Variant => ({ id, name: id, ...more });
const content: Content = {
  subject: 'One',
  body: 'Body',
  variants: [variant('b', { subject: 'Two' }), variant('c', { subject: '', share: 50 })],
};
const ROWS = 40_000;

function countsOf(of: Content, key = 'k'): Record<string, number> {
  const counts: Record<string, number> = {};
  for (let row = 0; row < ROWS; row += 1) {
    const id = contentFor(of, row, key).variant?.id ?? 'original';
    counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

describe('a contact', () => {
  it('keeps its wording', () => {
    for (let row = 0; row < 100; row += 1)
      expect(contentFor(content, row, 'k')).toEqual(contentFor({ ...content }, row, 'k'));
  });

  it('reads the original where the variant says nothing, and nothing where it says so', () => {
    expect(withVariant(content, variant('b', { subject: 'Two' }))).toMatchObject({
      subject: 'Two',
      body: 'Body',
    });
    expect(withVariant(content, variant('c', { subject: '' })).subject).toBe('');
  });

  it('is sent the content itself where there are no variants', () => {
    const plain = { subject: 'One' };
    expect(contentFor(plain, 7, 'k')).toEqual({ content: plain });
  });
});

describe('shares', () => {
  it('are what is sent, within chance', () => {
    const counts = countsOf(content);
    // Five standard deviations of a binomial count.
    const near = (share: number) => 5 * Math.sqrt(ROWS * share * (1 - share));
    expect(Math.abs((counts['c'] ?? 0) - ROWS * 0.5)).toBeLessThan(near(0.5));
    expect(Math.abs((counts['b'] ?? 0) - ROWS * 0.25)).toBeLessThan(near(0.25));
    expect(Math.abs((counts['original'] ?? 0) - ROWS * 0.25)).toBeLessThan(near(0.25));
  });

  it('fall apart from those of another send', () => {
    let same = 0;
    for (let row = 0; row < ROWS; row += 1) {
      const [a, b] = ['k', 'other'].map((key) => contentFor(content, row, key).variant?.id);
      if (a === b) same += 1;
    }
    // 0.5² + 0.25² + 0.25² when the two have nothing to do with each other.
    expect(Math.abs(same / ROWS - 0.375)).toBeLessThan(0.02);
  });

  it.each<[string, readonly (number | undefined)[], readonly number[]]>([
    ['equal unless given', [undefined, undefined], [1 / 3, 1 / 3, 1 / 3]],
    ['the rest is divided', [50, undefined], [0.25, 0.5, 0.25]],
    ['of 100 % leave nothing for the original', [60, 40], [0, 0.6, 0.4]],
    ['of more are scaled down', [100, 100, undefined], [0, 0.5, 0.5, 0]],
    ['of nothing leave all to the original', [0, 0], [1, 0, 0]],
  ])('%s', (_, given, shares) => {
    const found = variantShares(given.map((share) => (share === undefined ? {} : { share })));
    expect(found).toHaveLength(shares.length);
    found.forEach((share, at) => expect(share).toBeCloseTo(shares[at] ?? NaN, 12));
  });

  it('of nobody are sent to nobody', () => {
    expect(countsOf({ ...content, variants: [variant('b', { share: 0 })] })).toEqual({ original: ROWS });
    expect(countsOf({ ...content, variants: [variant('b', { share: 100 })] })).toEqual({ b: ROWS });
  });
});

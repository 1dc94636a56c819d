import { expect, it } from 'vitest';
import { apartNames, numberedApart } from '../../src/state/apartNames.ts';

const secondTab = (name: string, number: number) =>
  number === 1 ? `${name} (second tab)` : `${name} (second tab, ${number})`;

it('says whose work it is, and keeps to the first name that is not taken', () => {
  expect(apartNames('Welcome', ['Welcome'], secondTab)('Welcome')).toBe('Welcome (second tab)');
  const taken = ['Welcome', 'Welcome (second tab)'];
  expect(apartNames('Welcome', taken, secondTab)('Welcome')).toBe('Welcome (second tab, 2)');
});

it('says so once, also of what was kept apart before', () => {
  const taken = ['Welcome (second tab)', 'Welcome (second tab, 2)'];
  expect(apartNames('Welcome (second tab)', taken, secondTab)('Welcome (second tab)')).toBe(
    'Welcome (second tab, 3)',
  );
  expect(apartNames('Welcome (2)', ['Welcome (2)'], numberedApart)('Welcome (2)')).toBe('Welcome (3)');
});

it('changes every name of the journey by the same words', () => {
  const nameOf = apartNames('New', ['New', 'New (second tab)'], secondTab);
  expect([nameOf('New'), nameOf('Old')]).toEqual(['New (second tab, 2)', 'Old (second tab, 2)']);
});

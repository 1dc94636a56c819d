import { expect, it } from 'vitest';
import { fewOfEach } from '../../src/exchange/fewOfEach.ts';
import type { Problem } from '../../src/journey/problem.ts';

const many = (code: string, count: number): Problem[] =>
  Array.from({ length: count }, (_, index) => ({
    code,
    severity: 'warning',
    words: `${code} ${index}`,
    values: {},
  }));

it('leaves few problems as they are', () => {
  const problems = [...many('a', 20), ...many('b', 20)];
  expect(fewOfEach(problems)).toEqual(problems);
});

it('puts one line in the place of the rest of a code, and leaves other codes alone', () => {
  const few = fewOfEach([...many('a', 300_000), ...many('b', 2)]);
  expect(few).toHaveLength(23);
  expect(few[20]).toEqual({
    code: 'a',
    severity: 'warning',
    words: '… and 299980 more like this.',
    values: { count: 299_980 },
  });
  expect(few.slice(21)).toEqual(many('b', 2));
});

it('tells one more rather than that there is one', () => {
  expect(fewOfEach(many('a', 21))).toEqual(many('a', 21));
});

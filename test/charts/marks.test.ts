import { expect, it } from 'vitest';
import { markAt, walkTo, type Mark } from '../../src/charts/marks.ts';

const mark = (x: number, y: number): Mark => ({
  x,
  y,
  width: 10,
  height: 10,
  read: () => ({ title: '', lines: [] }),
});

it('the mark under a point is the one drawn last', () => {
  const marks = [mark(0, 0), mark(5, 0)];
  expect(markAt(marks, 7, 5)).toBe(1);
  expect(markAt(marks, 2, 5)).toBe(0);
  expect(markAt(marks, 2, 50)).toBeUndefined();
});

it('any arrow begins with the first mark, End with the last', () => {
  expect(walkTo('ArrowDown', undefined, { count: 5, across: 1 })).toBe(0);
  expect(walkTo('End', undefined, { count: 5, across: 1 })).toBe(4);
});

it.each([
  ['ArrowRight', 5, 6],
  ['ArrowDown', 5, 9],
  ['ArrowUp', 5, 1],
  ['ArrowLeft', 4, 4],
  ['ArrowRight', 7, 7],
  ['ArrowDown', 9, 9],
])('in rows of four %s leads from %d to %d', (key, from, to) => {
  expect(walkTo(key, from, { count: 12, across: 4 })).toBe(to);
});

it('in a single row or column all arrows lead to the neighbours', () => {
  for (const across of [1, 5]) {
    expect(walkTo('ArrowDown', 2, { count: 5, across })).toBe(3);
    expect(walkTo('ArrowLeft', 2, { count: 5, across })).toBe(1);
  }
});

it('other keys lead nowhere, and nothing leads anywhere without marks', () => {
  expect(walkTo('Tab', 2, { count: 5, across: 1 })).toBeUndefined();
  expect(walkTo('Home', undefined, { count: 0, across: 1 })).toBeUndefined();
});

import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Columns } from '../../src/charts/Columns.tsx';

const bar = (key: string, value: number, half = 0) => ({
  key,
  label: key,
  amount: { value, low: value - half, high: value + half },
  title: `${key} messages`,
  lines: [`${value} contacts`],
});

it('columns stand on zero and are as high as their value, with a band where the interval is', () => {
  const { container } = render(
    <Columns
      label="c"
      bars={[bar('0', 100, 10), bar('1', 50), bar('2', -20)]}
      printTick={String}
      across="Messages"
    />,
  );
  const rects = (key: string) =>
    [...container.querySelectorAll(`g[data-key="${key}"] rect`)].map((rect) => ({
      y: Number(rect.getAttribute('y')),
      height: Number(rect.getAttribute('height')),
    }));
  const [[whole, band], [half], [below]] = [rects('0'), rects('1'), rects('2')];
  expect(half!.height / whole!.height).toBeCloseTo(0.5);
  expect(half!.y + half!.height).toBeCloseTo(whole!.y + whole!.height);
  expect(below!.y).toBeCloseTo(whole!.y + whole!.height);
  expect(band!.height / whole!.height).toBeCloseTo(0.2);
  expect(band!.y + band!.height / 2).toBeCloseTo(whole!.y);
});

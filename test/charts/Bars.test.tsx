import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Bars } from '../../src/charts/Bars.tsx';
import { barsLayout, type Bar } from '../../src/charts/barsLayout.ts';

const bar = (key: string, value: number, half = 1): Bar => ({
  key,
  label: key,
  amount: { value, low: value - half, high: value + half },
  value: `${value} orders`,
});

it.each([300, 1000])('bars begin at zero and are as long as their value, %d pixels across', (width) => {
  const { places, zero } = barsLayout([bar('a', 100), bar('b', 25), bar('c', -50)], width);
  const [a, b, c] = places.map(({ body }) => body);
  expect(a!.x).toBeCloseTo(zero);
  expect(b!.width / a!.width).toBeCloseTo(0.25);
  expect(c!.x + c!.width).toBeCloseTo(zero);
  expect(c!.width / a!.width).toBeCloseTo(0.5);
});

it('the band lies where the interval is', () => {
  const [place] = barsLayout([bar('a', 100, 20)], 1000).places;
  const perUnit = place!.body.width / 100;
  expect(place!.band.x - place!.body.x).toBeCloseTo(80 * perUnit);
  expect(place!.band.width).toBeCloseTo(40 * perUnit);
});

it.each([300, 390, 560, 1200])(
  'nothing leaves a picture of %d pixels, and words do not meet bars',
  (width) => {
    const long = {
      ...bar('a name that is much longer than there is room for in any picture of figures', 100),
      note: 'of everybody who got it',
    };
    for (const { labelAt, body, band, valueAt } of barsLayout([long, bar('b', -3)], width).places) {
      expect(labelAt.x).toBeGreaterThanOrEqual(0);
      expect(band.x + band.width).toBeLessThanOrEqual(width);
      const beside = body.y < labelAt.y && labelAt.y < body.y + body.height;
      if (beside) {
        expect(labelAt.x + labelAt.width).toBeLessThanOrEqual(Math.min(body.x, band.x));
        expect(valueAt.value.x - valueAt.value.width).toBeGreaterThanOrEqual(body.x + body.width);
      } else expect(labelAt.x + labelAt.width).toBeLessThanOrEqual(valueAt.value.x - valueAt.value.width);
    }
  },
);

it('all zero is no division by zero', () => {
  const [place] = barsLayout([bar('a', 0, 0)], 500).places;
  expect(place!.body.width).toBe(0);
  expect(Number.isFinite(place!.body.x)).toBe(true);
});

it('shows the first of many rows, and all on request', async () => {
  const user = userEvent.setup();
  render(<Bars label="Many" bars={Array.from({ length: 200 }, (_, at) => bar(`row ${at}`, at))} />);
  expect(screen.queryByText('row 150')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show all 200' }));
  expect(screen.getByText('row 150')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show the first 30' }));
  expect(screen.queryByText('row 150')).not.toBeInTheDocument();
});

it('arrow keys read row by row', async () => {
  const user = userEvent.setup();
  render(<Bars label="Two" bars={[bar('Email', 10), bar('SMS', 5)]} />);
  await user.tab();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(screen.getByRole('status')).toHaveTextContent('SMS. 5 orders');
});

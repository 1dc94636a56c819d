import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Curve } from '../../src/charts/Curve.tsx';
import { acrossScale, curvePaths, markPlaces, slices } from '../../src/charts/curveLayout.ts';
import { valueScale } from '../../src/charts/valueScale.ts';

const point = (x: number, value: number, half = 1) => ({
  x,
  amount: { value, low: value - half, high: value + half },
});

it('the line goes through the values and the band through the ends of the intervals', () => {
  const points = [point(0, 5), point(10, 8)];
  const paths = curvePaths(points, acrossScale(points, [], [0, 100]), valueScale([10], [10, 0], false));
  expect(paths.line).toBe('M0,5L100,2');
  expect(paths.band).toBe('M0,4L100,1L100,3L0,6Z');
});

it('zero and marked places are in sight', () => {
  const points = [point(10, 50), point(20, 60)];
  const x = acrossScale(points, [{ x: 25, label: 'Now' }], [0, 100]);
  expect(x(25)).toBe(100);
  const { container } = render(
    <Curve
      label="c"
      points={points}
      marks={[{ x: 25, label: 'Now' }]}
      across="Margin"
      printX={String}
      printTick={String}
      print={({ value }) => String(value)}
    />,
  );
  expect(container.querySelector('g[data-key="Now"] line')).toBeInTheDocument();
  expect(screen.getAllByText('0').length).toBeGreaterThan(0);
});

it('names of places near each other stand in lines of their own', () => {
  const x = acrossScale([point(0, 1), point(100, 1)], [], [0, 300]);
  const { places } = markPlaces(
    [
      { x: 50, label: 'Break-even' },
      { x: 51, label: 'Now' },
      { x: 99, label: 'Best' },
    ],
    x,
  );
  expect(places.map(({ y }) => y)).toEqual([9, 27, 9]);
});

it('each point is read from halfway to its neighbours', () => {
  const points = [point(0, 1), point(10, 1), point(40, 1)];
  const x = acrossScale(points, [], [0, 40]);
  expect(slices(points, x)).toEqual([
    { from: 0, to: 5 },
    { from: 5, to: 25 },
    { from: 25, to: 40 },
  ]);
});

it('arrow keys read point by point; a single point has one value across', async () => {
  const user = userEvent.setup();
  render(
    <Curve
      label="c"
      points={[point(18, 5)]}
      across="Margin"
      printX={(x) => `${x} per cent`}
      printTick={String}
      print={({ value }) => `${value} euros`}
    />,
  );
  expect(screen.getAllByText('18 per cent')).toHaveLength(1);
  await user.tab();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent('Margin: 18 per cent. 5 euros');
});

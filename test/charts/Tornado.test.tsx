import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Tornado } from '../../src/charts/Tornado.tsx';
import { tornadoLayout, type TornadoRow } from '../../src/charts/tornadoLayout.ts';

const row = (key: string, low: number, high: number): TornadoRow => ({
  key,
  label: key,
  low: { change: low, words: `${low} at the low end` },
  high: { change: high, words: `${high} at the high end` },
  badge: { words: 'Benchmark', look: 'plain' },
});

it.each([320, 1100])('ends lie on their side of zero in proportion, %d pixels across', (width) => {
  const { places, zero } = tornadoLayout([row('open rate', -400, 200), row('margin', 100, -100)], width);
  const [open, margin] = places;
  expect(open!.bodies.low.x + open!.bodies.low.width).toBeCloseTo(zero);
  expect(open!.bodies.high.x).toBeCloseTo(zero);
  expect(open!.bodies.low.width).toBeCloseTo(2 * open!.bodies.high.width);
  expect(margin!.bodies.high.x + margin!.bodies.high.width).toBeCloseTo(zero);
  expect(margin!.leftWords.end).toBe('high');
});

it('words stand outside their bars and inside the picture, whichever way both ends lead', () => {
  for (const width of [640, 1100]) {
    const { places } = tornadoLayout([row('a', -400, 900), row('b', 300, 700), row('c', -10, -20)], width);
    for (const { bodies, leftWords, rightWords, labelAt } of places) {
      const bars = Object.values(bodies);
      expect(leftWords.at.x).toBeLessThanOrEqual(Math.min(...bars.map(({ x }) => x)));
      expect(leftWords.at.x - leftWords.at.width).toBeGreaterThanOrEqual(labelAt.x + labelAt.width);
      expect(rightWords.at.x).toBeGreaterThanOrEqual(Math.max(...bars.map(({ x, width }) => x + width)));
      expect(rightWords.at.x + rightWords.at.width).toBeLessThanOrEqual(width);
    }
  }
});

it('reads both ends and where the assumption comes from', async () => {
  const user = userEvent.setup();
  render(<Tornado label="t" rows={[row('Open rate', -4, 2)]} lowLabel="Low" highLabel="High" />);
  await user.tab();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Open rate. Low: -4 at the low end. High: 2 at the high end. Benchmark',
  );
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Timeline } from '../../src/charts/Timeline.tsx';
import { apart, seriesPaths } from '../../src/charts/timelineLayout.ts';
import { valueScale } from '../../src/charts/valueScale.ts';

const days = Array.from({ length: 10 }, (_, at) => ({ key: `${at}`, label: `${at} Nov`, full: `Day ${at}` }));
const estimate = (value: number) => ({ value, low: value - 1, high: value + 2 });
const series = [{ key: 'sent', label: 'Sent', values: days.map((_, at) => estimate(at * 10)) }];
const common = {
  label: 'More is sent every day',
  days,
  series,
  printTick: String,
  print: ({ value, low, high }: { value: number; low: number; high: number }) =>
    `${value} (${low} to ${high})`,
};

it('a band lies between the ends of the intervals and a line through the values', () => {
  const y = valueScale([0, 100], [100, 0]);
  const { band, line } = seriesPaths([estimate(50), estimate(60)], (day) => day * 10, y);
  expect(line).toBe('M0,50L10,40');
  expect(band).toBe('M0,48L10,38L10,41L0,51Z');
});

it('a day without a figure is a gap', () => {
  const none = { value: NaN, low: NaN, high: NaN };
  const { line } = seriesPaths(
    [estimate(1), estimate(2), none, estimate(3), estimate(4)],
    (day) => day,
    valueScale([10], [10, 0]),
  );
  expect(line.match(/M/g)).toHaveLength(2);
});

it('names at the ends of lines are moved apart and stay inside', () => {
  const heights = apart([50, 52, 51, 100], { top: 0, bottom: 100 });
  const sorted = heights.toSorted((a, b) => a - b);
  for (const [at, height] of sorted.entries())
    if (at > 0) expect(height - sorted[at - 1]!).toBeGreaterThanOrEqual(16);
  expect(Math.max(...heights)).toBeLessThanOrEqual(100);
  expect(heights[0]).toBeLessThan(heights[2]!);
});

it('is one picture that says what was found', () => {
  render(<Timeline {...common} />);
  expect(screen.getByRole('img', { name: 'More is sent every day' })).toBeInTheDocument();
});

it('arrow keys read all figures of a day, what happened and its alert', async () => {
  const user = userEvent.setup();
  render(
    <Timeline
      {...common}
      observed={{ label: 'Really', points: [{ day: 1, value: 40, alert: 'Far from its interval' }] }}
    />,
  );
  await user.tab();
  expect(screen.getByRole('application')).toHaveFocus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent(
    'Day 1. Sent: 10 (9 to 12). Really: 40 (40 to 40). Far from its interval',
  );
  await user.keyboard('{End}');
  expect(screen.getByRole('status')).toHaveTextContent('Day 9. Sent: 90');
});

it('Shift and arrows choose a stretch of days, Escape clears it', async () => {
  const user = userEvent.setup();
  const onRange = vi.fn();
  render(<Timeline {...common} range={undefined} onRange={onRange} />);
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  expect(onRange).toHaveBeenLastCalledWith({ from: 1, to: 3 });
  await user.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}');
  expect(onRange).toHaveBeenLastCalledWith({ from: 0, to: 1 });
  await user.keyboard('{Escape}');
  expect(onRange).toHaveBeenLastCalledWith(undefined);
});

it('says so where there are no days', () => {
  render(<Timeline {...common} days={[]} empty="No day has passed yet." />);
  expect(screen.getByText('No day has passed yet.')).toBeInTheDocument();
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { HeatGrid } from '../../src/charts/HeatGrid.tsx';
import { heatLayout } from '../../src/charts/heatLayout.ts';

const rows = ['Mon', 'Tue'].map((label) => ({ key: label, label }));
const columns = ['8', '9', '10'].map((label) => ({ key: label, label }));
const values = [
  [0, 50, 100],
  [25, undefined, 75],
];
const heat = { rows, columns, values, print: String };

it('a cell is darker in proportion to its value, from zero', () => {
  const { places } = heatLayout(heat, 600);
  const dark = new Map(places.map(({ value, darkness }) => [value, darkness]));
  const span = dark.get(100)! - dark.get(0)!;
  expect(span).toBeGreaterThan(0.4);
  expect(dark.get(50)! - dark.get(0)!).toBeCloseTo(span / 2);
  expect(dark.get(25)! - dark.get(0)!).toBeCloseTo(span / 4);
});

it('where all are far from zero the palest is the least', () => {
  const { low, high } = heatLayout({ ...heat, values: [[900, 950, 1000]], from: 'least' }, 600);
  expect([low, high]).toEqual([900, 1000]);
});

it('a missing value has no cell, and what is beyond the rows does not count', () => {
  const { places, high } = heatLayout({ ...heat, rows: rows.slice(1), values: [values[1]!, [9999]] }, 600);
  expect(places.map(({ value }) => value)).toEqual([25, 75]);
  expect(high).toBe(75);
});

it('values are printed in their cells where there is room', () => {
  expect(heatLayout(heat, 600).printed).toBe(true);
  expect(heatLayout({ ...heat, print: (value) => `about ${value} messages` }, 200).printed).toBe(false);
});

it('the name of the rows has room above them', () => {
  expect(heatLayout({ ...heat, down: 'Weekday of the contact' }, 900).left).toBeGreaterThan(
    heatLayout(heat, 900).left,
  );
});

it('arrow keys walk rows and columns, and a marked cell says so', async () => {
  const user = userEvent.setup();
  render(
    <HeatGrid
      label="h"
      {...heat}
      values={[
        [1, 2, 3],
        [4, 5, 6],
      ]}
      down="Day"
      across="Hour"
      marks={[{ row: 1, column: 1, look: 'best', label: 'Best of those tried' }]}
    />,
  );
  await user.tab();
  await user.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  expect(screen.getByRole('status')).toHaveTextContent('Day Tue, Hour 9. 5. Best of those tried');
});

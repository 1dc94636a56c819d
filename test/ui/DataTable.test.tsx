import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DataTable } from '../../src/ui/DataTable.tsx';

const rows = [
  { name: 'b', people: 2 },
  { name: 'a', people: 9 },
];

it('names rows by their first cell and sorts figures from the largest', async () => {
  render(
    <DataTable
      caption="Steps"
      columns={[
        { key: 'name', header: 'Step', cell: ({ name }) => name },
        {
          key: 'people',
          header: 'People',
          align: 'end',
          cell: ({ people }) => people,
          sortBy: ({ people }) => people,
        },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
    />,
  );
  const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  const heading = screen.getByRole('columnheader', { name: 'People' });
  const press = () => userEvent.click(within(heading).getByRole('button'));
  expect(names()).toEqual(['b', 'a']);
  await press();
  expect(names()).toEqual(['a', 'b']);
  expect(heading).toHaveAttribute('aria-sort', 'descending');
  await press();
  expect(names()).toEqual(['b', 'a']);
  await press();
  expect(heading).not.toHaveAttribute('aria-sort');
});

it('shows the first of many rows, and all of them when asked; who asked by keyboard stays at the table', async () => {
  const many = Array.from({ length: 60 }, (_, place) => ({ name: `step ${place}`, people: place }));
  const column = {
    key: 'name',
    header: 'Step',
    cell: ({ name }: { readonly name: string }) => name,
    sortBy: ({ people }: { readonly people: number }) => -people,
  };
  render(<DataTable caption="Steps" columns={[column]} rows={many} rowKey={({ name }) => name} most={30} />);
  const names = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(names()).toHaveLength(30);
  // The first of the order that is asked for, not of the rows as they came.
  await userEvent.click(screen.getByRole('button', { name: 'Step' }));
  expect(names()[0]).toBe('step 59');
  await userEvent.click(screen.getByRole('button', { name: 'Show all 60 rows' }));
  expect(names()).toHaveLength(60);
  expect(screen.getByRole('group', { name: 'Steps' })).toHaveFocus();
});

it('hides no handful of rows', () => {
  const some = Array.from({ length: 38 }, (_, place) => ({ name: `step ${place}` }));
  const column = { key: 'name', header: 'Step', cell: ({ name }: { readonly name: string }) => name };
  render(<DataTable caption="Steps" columns={[column]} rows={some} rowKey={({ name }) => name} most={30} />);
  expect(screen.getAllByRole('rowheader')).toHaveLength(38);
  expect(screen.queryByRole('button')).toBeNull();
});

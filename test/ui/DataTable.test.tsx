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

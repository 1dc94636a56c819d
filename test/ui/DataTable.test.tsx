import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { DataTable, type Column } from '../../src/ui/DataTable.tsx';
import { intervalColumns } from '../../src/ui/fileColumn.ts';
import { SaveFileContext, type SaveFile } from '../../src/ui/saveFile.ts';

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

const many = Array.from({ length: 60 }, (_, place) => ({
  name: place === 1 ? '=cmd()' : `step ${place}`,
  people: place,
}));
const columns: readonly Column<(typeof many)[number]>[] = [
  { key: 'name', header: 'Step', cell: ({ name }) => name },
  {
    key: 'people',
    header: 'People',
    align: 'end',
    cell: ({ people }) => <b>{people}</b>,
    sortBy: ({ people }) => people,
    file: intervalColumns('People', ['People, from', 'People, to'], ({ people }) =>
      people === 59 ? undefined : { value: people * 1000.1, low: people, high: people + 0.5 },
    ),
  },
];

it('saves every row in the order shown, figures unprinted with both ends, and nothing that acts as a formula', async () => {
  const save = vi.fn<SaveFile>();
  render(
    <SaveFileContext value={save}>
      <DataTable
        caption="Steps"
        fileName="steps"
        columns={columns}
        rows={many}
        rowKey={({ name }) => name}
        most={30}
      />
    </SaveFileContext>,
  );
  expect(screen.getByRole('table', { name: 'Steps' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'People' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save CSV: Steps' }));
  const [[name, type, text] = []] = save.mock.calls;
  expect([name, type]).toEqual(['steps.csv', 'text/csv']);
  if (typeof text !== 'string') throw new Error('nothing was saved');
  const lines = text.slice(1).split('\r\n');
  expect(lines).toHaveLength(62);
  expect(lines.slice(0, 3)).toEqual([
    'Step,People,"People, from","People, to"',
    'step 59,,,',
    'step 58,58005.8,58,58.5',
  ]);
  expect(lines[59]).toBe("'=cmd(),1000.1,1,1.5");
});

it('offers no file where there is no place for files, and none of an empty table', () => {
  const table = (rows: typeof many) => (
    <DataTable caption="Steps" fileName="steps" columns={columns} rows={rows} rowKey={({ name }) => name} />
  );
  const { rerender } = render(table(many));
  expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
  rerender(<SaveFileContext value={vi.fn()}>{table([])}</SaveFileContext>);
  expect(screen.queryByRole('button', { name: /Save/ })).toBeNull();
});

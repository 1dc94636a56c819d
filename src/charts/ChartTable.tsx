import { DataTable } from '../ui/DataTable.tsx';
import { csvText, type Cell } from '../ui/csvText.ts';

export interface ChartColumn {
  readonly key: string;
  readonly header: string;
  /** `end` for figures. */
  readonly align?: 'end';
  /** How its figures are printed on screen; a file has them as they are. */
  readonly print?: (value: number) => string;
}

/** The figures of a picture. The first column names the row. */
export interface TableOfChart {
  readonly caption: string;
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** What a picture shows, to be read. */
export function ChartTable({ table }: { readonly table: TableOfChart }) {
  const rows = table.rows.map((cells, at) => ({ at, cells }));
  return (
    <DataTable
      caption={table.caption}
      hideCaption
      columns={table.columns.map((column) => ({
        ...column,
        cell: ({ cells }: (typeof rows)[number]) => printed(cells[column.key], column),
        sortBy: ({ cells }: (typeof rows)[number]) =>
          cells[column.key] ?? (column.align === 'end' ? -Infinity : ''),
      }))}
      rows={rows}
      rowKey={({ at }) => String(at)}
    />
  );
}

function printed(cell: Cell, { print }: ChartColumn): string {
  if (typeof cell === 'number') return Number.isNaN(cell) ? '' : (print?.(cell) ?? String(cell));
  return cell ?? '';
}

/** The same as a file. */
export function tableCsv({ columns, rows }: TableOfChart): string {
  return csvText(
    columns.map(({ header }) => header),
    rows.map((cells) => columns.map(({ key }) => cells[key])),
  );
}

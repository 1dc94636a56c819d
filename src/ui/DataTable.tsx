import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import type { FileColumn } from './fileColumn.ts';
import { Icon } from './Icon.tsx';
import { SaveTable } from './SaveTable.tsx';
import styles from './DataTable.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** `end` for figures. */
  readonly align?: 'end';
  readonly cell: (row: Row) => ReactNode;
  /** When given, the column can be sorted by it. */
  readonly sortBy?: (row: Row) => number | string;
  /** What a saved file has of it, where that is not its cell’s text. */
  readonly file?: readonly FileColumn<Row>[];
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly hideCaption?: boolean;
  /** Of the saved file, without ending; absent: the table is not offered as one. */
  readonly fileName?: string;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** With more rows only so many show until all are asked for; absent: all. */
  readonly most?: number;
  readonly className?: string | undefined;
}

/** As many rows as a page shows of a table that may go on and on. */
export const MOST_ROWS = 30;
/** Fewer than these are not worth a press. */
const WORTH_HIDING = 10;

interface Sorting {
  readonly key: string;
  readonly down: boolean;
}

/** A table with a heading that stays in sight, rows named by their first cell, and columns that sort. */
export function DataTable<Row>({
  caption,
  hideCaption,
  fileName,
  columns,
  rows,
  rowKey,
  most = Infinity,
  className,
}: DataTableProps<Row>) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [sorting, setSorting] = useState<Sorting>();
  const frame = useRef<HTMLDivElement>(null);
  const isCut = !all && rows.length > most + WORTH_HIDING;
  const showAll = () => {
    setAll(true);
    // The button goes; who pressed it by keyboard goes on from the table.
    frame.current?.focus();
  };
  const sorted = sortRows(rows, columns, sorting);
  const shown = isCut ? sorted.slice(0, most) : sorted;
  return (
    <div
      ref={frame}
      className={classes(styles.frame, className)}
      tabIndex={0}
      role="group"
      aria-label={caption}
    >
      <table className={styles.table} aria-label={caption}>
        <caption className={hideCaption ? 'visually-hidden' : undefined}>
          {fileName !== undefined && !hideCaption && (
            <SaveTable caption={caption} fileName={fileName} columns={columns} rows={sorted} />
          )}
          <span className={styles.caption}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.align && styles[column.align]}
                aria-sort={
                  sorting?.key === column.key ? (sorting.down ? 'descending' : 'ascending') : undefined
                }
              >
                <Heading column={column} sorting={sorting} onSort={setSorting} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) =>
                at === 0 ? (
                  <th key={column.key} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={column.align && styles[column.align]}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {isCut && (
        <div className={styles.more}>
          <Button small onClick={showAll}>
            {t('ui.table.all', { rows: rows.length })}
          </Button>
        </div>
      )}
    </div>
  );
}

interface HeadingProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
  readonly onSort: (sorting: Sorting | undefined) => void;
}

function Heading<Row>({ column, sorting, onSort }: HeadingProps<Row>) {
  if (!column.sortBy) return column.header;
  const active = sorting?.key === column.key;
  // Figures start with the largest; a third press returns to the order of the rows.
  const next = !active
    ? { key: column.key, down: column.align === 'end' }
    : sorting.down === (column.align === 'end')
      ? { key: column.key, down: !sorting.down }
      : undefined;
  return (
    <button type="button" className={styles.sort} onClick={() => onSort(next)}>
      {column.header}
      <Icon
        of={(active ? sorting.down : column.align === 'end') ? ArrowDown : ArrowUp}
        size={12}
        className={active ? undefined : styles.idle}
      />
    </button>
  );
}

function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | undefined,
): readonly Row[] {
  const by = columns.find((column) => column.key === sorting?.key)?.sortBy;
  if (!by || !sorting) return rows;
  const direction = sorting.down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [by(a), by(b)];
    return (
      direction *
      (typeof x === 'string' || typeof y === 'string' ? String(x).localeCompare(String(y)) : x - y)
    );
  });
}

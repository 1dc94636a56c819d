import { useContext, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileSpreadsheet } from 'lucide-react';
import { Button } from './Button.tsx';
import { csvText } from './csvText.ts';
import type { FileColumn } from './fileColumn.ts';
import { SaveFileContext } from './saveFile.ts';
import styles from './DataTable.module.css';

/** What of a table’s column a file needs to know. */
interface SavedColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly file?: readonly FileColumn<Row>[];
}

interface SaveTableProps<Row> {
  readonly caption: string;
  readonly fileName: string;
  readonly columns: readonly SavedColumn<Row>[];
  /** All of them, in the order in which they stand. */
  readonly rows: readonly Row[];
}

/** The table as a file for a spreadsheet: every row, figures unprinted. */
export function SaveTable<Row>({ caption, fileName, columns, rows }: SaveTableProps<Row>) {
  const { t } = useTranslation();
  const save = useContext(SaveFileContext);
  if (!save || rows.length === 0) return null;
  return (
    <Button
      small
      look="quiet"
      icon={FileSpreadsheet}
      className={styles.save}
      data-noprint=""
      aria-label={t('ui.table.saveNamed', { caption })}
      onClick={() => save(`${fileName}.csv`, 'text/csv', tableText(columns, rows))}
    >
      {t('ui.table.save')}
    </Button>
  );
}

function tableText<Row>(columns: readonly SavedColumn<Row>[], rows: readonly Row[]): string {
  const inFile = columns.flatMap((column) => column.file ?? [wordsOf(column)]);
  return csvText(
    inFile.map(({ header }) => header),
    rows.map((row) => inFile.map(({ of }) => of(row))),
  );
}

/** A column of plain words needs no telling. */
function wordsOf<Row>({ header, cell }: SavedColumn<Row>): FileColumn<Row> {
  return {
    header,
    of: (row) => {
      const shown = cell(row);
      if (typeof shown === 'string' || typeof shown === 'number') return shown;
      throw new Error(`column ${header} shows more than words and does not say what a file has of it`);
    },
  };
}

import type { Estimate } from '../../analytics/intervals.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { intervalColumns, type FileColumn } from '../../ui/fileColumn.ts';

export type FileUnit = 'contacts' | 'messages' | 'count' | 'share' | 'money';

/** How figures of the results stand in a file that a table is saved as: unprinted, their headers with the unit. */
export interface InFile {
  readonly value: <Row>(
    header: string,
    unit: FileUnit,
    of: (row: Row) => number | undefined,
  ) => readonly FileColumn<Row>[];
  /** With both ends of its interval. */
  readonly interval: <Row>(
    header: string,
    unit: FileUnit,
    of: (row: Row) => Estimate | undefined,
  ) => readonly FileColumn<Row>[];
}

export function inFile(t: Translate, currency: string): InFile {
  const named = (figure: string, unit: FileUnit) => t(`readResults.file.${unit}`, { figure, currency });
  return {
    value: (header, unit, of) => [{ header: named(header, unit), of }],
    interval: (header, unit, of) => {
      const figure = named(header, unit);
      const ends = [t('readResults.low', { figure }), t('readResults.high', { figure })] as const;
      return intervalColumns(figure, ends, of);
    },
  };
}

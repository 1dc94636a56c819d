import type { ChartColumn } from '../../charts/ChartTable.tsx';
import type { Translate } from '../../i18n/i18n.ts';

interface Banded {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

type Headers = Readonly<Record<keyof Banded, string>>;

/** A figure and the ends of its interval, as columns of a picture's table. */
export function bandColumns(headers: Headers, print: (value: number) => string): readonly ChartColumn[] {
  return (['value', 'low', 'high'] as const).map((key) => ({
    key,
    header: headers[key],
    align: 'end',
    print,
  }));
}

/** The same under the name of the figure. */
export function figureColumns(
  figure: string,
  print: (value: number) => string,
  t: Translate,
): readonly ChartColumn[] {
  const [low, high] = [t('readResults.low', { figure }), t('readResults.high', { figure })];
  return bandColumns({ value: figure, low, high }, print);
}

/** What stands in these columns. */
export function bandCells({ value, low, high }: Banded): Banded {
  return { value, low, high };
}

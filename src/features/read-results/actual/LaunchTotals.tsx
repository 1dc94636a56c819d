import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { ComparedField } from '../../../analytics/actual/compareActual.ts';
import { bandOfOneLaunch } from '../../../analytics/actual/oneLaunch.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { fieldPrint } from './fieldPrint.ts';
import type { NamedComparison } from './namedComparison.ts';
import styles from './actual.module.css';

interface LaunchTotalsProps {
  readonly compared: readonly NamedComparison[];
  /** The first and the last. */
  readonly days: readonly string[];
  readonly currency: string;
}

/** Every figure of every line over the days of the file. */
export function LaunchTotals({ compared, days, currency }: LaunchTotalsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = compared.flatMap(({ named, fields }) =>
    fields.map((field) => ({
      key: `${named.key}.${field.field}`,
      name: named.name,
      field,
      band: bandOfOneLaunch(field.total.foreseen),
      print: fieldPrint(field.field, currency, format),
    })),
  );
  type Row = (typeof rows)[number];
  return (
    <DataTable
      caption={t('actual.totals.title', { from: days[0] ?? '', to: days[1] ?? '' })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'line', header: t('actual.totals.line'), cell: ({ name }: Row) => name },
        {
          key: 'field',
          header: t('actual.totals.field'),
          cell: ({ field }) => t(`actual.fields.${field.field}`),
        },
        {
          key: 'expected',
          header: t('actual.totals.expected'),
          align: 'end',
          cell: ({ field, print }) => print(field.total.expected),
        },
        {
          key: 'band',
          header: t('actual.totals.band'),
          align: 'end',
          cell: ({ band, print }) => formatBand(band, print),
        },
        {
          key: 'actual',
          header: t('actual.totals.actual'),
          align: 'end',
          cell: ({ field, print }) => print(field.total.actual),
        },
        {
          key: 'verdict',
          header: t('actual.totals.verdict'),
          cell: ({ field }) => <Verdict field={field} />,
          sortBy: ({ field }) => field.total.surprise,
        },
      ]}
    />
  );
}

function Verdict({ field: { total } }: { readonly field: ComparedField }) {
  const { t } = useTranslation();
  if (total.alert)
    return (
      <span className={styles.alert}>
        <Icon of={TriangleAlert} size={14} />
        {t('actual.totals.alert')}
      </span>
    );
  return (
    <span className={styles.soft}>
      {t(total.surprise < 0.05 ? 'actual.totals.outside' : 'actual.totals.within')}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { ComparedField } from '../../../analytics/actual/compareActual.ts';
import { bandOfOneLaunch } from '../../../analytics/actual/oneLaunch.ts';
import { formatBand } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { DataTable } from '../../../ui/DataTable.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { fieldPrint } from './fieldPrint.ts';
import type { NamedComparison } from './namedComparison.ts';
import styles from './actual.module.css';

/** Of one launch in 20 a figure lies outside its band. */
const OUTSIDE = 0.05;

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
  const band = t('actual.totals.band');
  return (
    <DataTable
      fileName="forecast-and-actual"
      caption={t('actual.totals.title', { from: days[0] ?? '', to: days[1] ?? '' })}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'line',
          header: t('actual.totals.line'),
          cell: ({ name }: Row) => <bdi>{name}</bdi>,
          file: [{ header: t('actual.totals.line'), of: ({ name }: Row) => name }],
        },
        {
          key: 'field',
          header: t('actual.totals.field'),
          cell: ({ field }) => t(`actual.fields.${field.field}`),
          file: [
            { header: t('actual.totals.field'), of: ({ field }) => t(`actual.fields.${field.field}`) },
            {
              header: t('actual.totals.unit'),
              of: ({ field }) => (field.field === 'revenue' ? currency : t('actual.totals.count')),
            },
          ],
        },
        {
          key: 'expected',
          header: t('actual.totals.expected'),
          align: 'end',
          cell: ({ field, print }) => print(field.total.expected),
          file: [{ header: t('actual.totals.expected'), of: ({ field }) => field.total.expected }],
        },
        {
          key: 'band',
          header: band,
          align: 'end',
          cell: (row) => formatBand(row.band, row.print),
          file: [
            { header: t('readResults.low', { figure: band }), of: (row) => row.band.low },
            { header: t('readResults.high', { figure: band }), of: (row) => row.band.high },
          ],
        },
        {
          key: 'actual',
          header: t('actual.totals.actual'),
          align: 'end',
          cell: ({ field, print }) => print(field.total.actual),
          file: [{ header: t('actual.totals.actual'), of: ({ field }) => field.total.actual }],
        },
        {
          key: 'verdict',
          header: t('actual.totals.verdict'),
          cell: ({ field }) => <Verdict field={field} />,
          sortBy: ({ field }) => field.total.surprise,
          file: [{ header: t('actual.totals.verdict'), of: ({ field }) => verdictOn(field, t) }],
        },
      ]}
    />
  );
}

function verdictOn({ base, total }: ComparedField, t: Translate): string {
  if (total.alert) return t('actual.totals.alert');
  if (total.surprise < OUTSIDE) return t('actual.totals.outside');
  return base && total.alone < OUTSIDE
    ? t('actual.totals.follows', { base: t(`actual.fields.${base}`).toLowerCase() })
    : t('actual.totals.within');
}

function Verdict({ field }: { readonly field: ComparedField }) {
  const { t } = useTranslation();
  const words = verdictOn(field, t);
  if (!field.total.alert) return <span className={styles.soft}>{words}</span>;
  return (
    <span className={styles.alert}>
      <Icon of={TriangleAlert} size={14} />
      {words}
    </span>
  );
}

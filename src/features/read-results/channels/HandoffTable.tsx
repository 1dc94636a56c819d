import { useTranslation } from 'react-i18next';
import type { StepReport } from '../../../analytics/report.ts';
import { wilson } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import type { ShownRun } from '../shownRun.ts';
import styles from '../ReadResultsView.module.css';

const EXITS = ['accepted', 'missed'] as const;

/** What became of the contacts that were handed to people. */
export function HandoffTable({ run }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = run.report.steps.filter(({ kind }) => kind === 'handoff');
  if (rows.length === 0) return null;
  const factor = (run.report.scaledTo ?? run.report.contacts) / run.report.contacts;
  const columns: readonly Column<StepReport>[] = [
    { key: 'step', header: t('channels.handoff.step'), cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'entered',
      header: t('readResults.steps.entered'),
      align: 'end',
      cell: ({ entered }) => format.number(entered),
      sortBy: ({ entered }) => entered,
    },
    ...EXITS.map((exit): Column<StepReport> => ({
      key: exit,
      header: t(`words.exit.${exit}`),
      align: 'end',
      cell: ({ entered, exits }) => {
        const people = exits[exit] ?? 0;
        const share = wilson(Math.round(people / factor), Math.max(1, Math.round(entered / factor)));
        return (
          <>
            {format.number(people)}
            <div className={styles.question}>
              {`${format.rate(share.value)} (${formatBand(share, format.rate)})`}
            </div>
          </>
        );
      },
      sortBy: ({ exits }) => exits[exit] ?? 0,
    })),
    {
      key: 'inFlight',
      header: t('channels.handoff.waiting'),
      align: 'end',
      cell: ({ inFlight }) => format.number(inFlight),
      sortBy: ({ inFlight }) => inFlight,
    },
  ];
  return (
    <DataTable caption={t('channels.handoff.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
  );
}

import { useTranslation } from 'react-i18next';
import type { StepReport } from '../../../analytics/report.ts';
import { wilson } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { inFile } from '../inFile.ts';
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
  const file = inFile(t, run.request.journey.settings.currency);
  const shareOf = (exit: (typeof EXITS)[number], { entered, exits }: StepReport) =>
    wilson(Math.round((exits[exit] ?? 0) / factor), Math.max(1, Math.round(entered / factor)));
  const columns: readonly Column<StepReport>[] = [
    {
      key: 'step',
      header: t('channels.handoff.step'),
      cell: ({ name }) => <bdi>{name}</bdi>,
      sortBy: ({ name }) => name,
      file: [{ header: t('channels.handoff.step'), of: ({ name }) => name }],
    },
    {
      key: 'entered',
      header: t('readResults.steps.entered'),
      align: 'end',
      cell: ({ entered }) => format.number(entered),
      sortBy: ({ entered }) => entered,
      file: file.value(t('readResults.steps.entered'), 'contacts', ({ entered }) => entered),
    },
    ...EXITS.map((exit): Column<StepReport> => ({
      key: exit,
      header: t(`words.exit.${exit}`),
      align: 'end',
      cell: (step) => {
        const share = shareOf(exit, step);
        return (
          <>
            {format.number(step.exits[exit] ?? 0)}
            <div className={styles.question}>
              {`${format.rate(share.value)} (${formatBand(share, format.rate)})`}
            </div>
          </>
        );
      },
      sortBy: ({ exits }) => exits[exit] ?? 0,
      file: [
        ...file.value(t(`words.exit.${exit}`), 'contacts', ({ exits }: StepReport) => exits[exit] ?? 0),
        ...file.interval(t(`words.exit.${exit}`), 'share', (step: StepReport) => shareOf(exit, step)),
      ],
    })),
    {
      key: 'inFlight',
      header: t('channels.handoff.waiting'),
      align: 'end',
      cell: ({ inFlight }) => format.number(inFlight),
      sortBy: ({ inFlight }) => inFlight,
      file: file.value(t('channels.handoff.waiting'), 'contacts', ({ inFlight }) => inFlight),
    },
  ];
  return (
    <DataTable
      caption={t('channels.handoff.title')}
      fileName="hand-offs"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

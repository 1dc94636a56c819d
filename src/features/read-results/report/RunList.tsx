import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GitCompareArrows, RotateCcw } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { isSameReport } from '../../../state/openRehearsal.ts';
import type { PastRun } from '../../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { useNotices } from '../../../ui/notices.ts';
import { inFile } from '../inFile.ts';
import type { ShownRun } from '../shownRun.ts';
import { ThenAndNow } from './ThenAndNow.tsx';
import { usePastRuns } from './usePastRuns.ts';
import styles from './report.module.css';

/** The runs of this journey before: each can be made again, and held beside the one shown. */
export function RunList({ run }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = usePastRuns(run.request.journey.id);
  const [then, setThen] = useState<PastRun>();
  const file = inFile(t, run.request.journey.settings.currency);
  const isShown = (past: PastRun) => run.kind === 'run' && past.finishedAt === run.finishedAt;
  return (
    <section className={styles.runs}>
      {known?.error !== undefined ? (
        <p role="alert">{t('report.runs.failed', { words: known.error })}</p>
      ) : known?.runs.length === 0 ? (
        <p className={styles.soft}>{t('report.runs.none')}</p>
      ) : (
        <DataTable
          caption={t('report.runs.title')}
          fileName="runs"
          rows={known?.runs ?? []}
          rowKey={({ finishedAt }) => String(finishedAt)}
          columns={[
            {
              key: 'when',
              header: t('report.runs.when'),
              cell: (past) => (
                <>
                  {format.instant(past.finishedAt)}
                  {isShown(past) && <div className={styles.soft}>{t('report.runs.shown')}</div>}
                </>
              ),
              sortBy: ({ finishedAt }) => finishedAt,
              file: [
                {
                  header: t('report.runs.when'),
                  of: ({ finishedAt }) => new Date(finishedAt).toISOString(),
                },
              ],
            },
            {
              key: 'contacts',
              header: t('report.runs.contacts'),
              align: 'end',
              cell: ({ report }) => format.number(report.contacts),
              sortBy: ({ report }) => report.contacts,
              file: [{ header: t('report.runs.contacts'), of: ({ report }) => report.contacts }],
            },
            { key: 'seed', header: t('report.runs.seed'), align: 'end', cell: ({ report }) => report.seed },
            {
              key: 'audience',
              header: t('report.runs.audience'),
              cell: ({ audienceName }) => audienceName || t('words.sampleAudience'),
            },
            {
              key: 'conversions',
              header: t('report.runs.conversions'),
              align: 'end',
              cell: ({ report }) => format.number(Math.round(report.totals.conversions.value)),
              sortBy: ({ report }) => report.totals.conversions.value,
              file: file.interval(
                t('report.runs.conversions'),
                'count',
                ({ report }: PastRun) => report.totals.conversions,
              ),
            },
            {
              key: 'profit',
              header: t('report.runs.profit'),
              align: 'end',
              cell: ({ report, request }) =>
                format.money(Math.round(report.totals.profit.value), request.journey.settings.currency),
              sortBy: ({ report }) => report.totals.profit.value,
              file: file.interval(
                t('report.runs.profit'),
                'money',
                ({ report }: PastRun) => report.totals.profit,
              ),
            },
            {
              key: 'actions',
              header: t('report.runs.actions'),
              cell: (past) => <Actions past={past} isShown={isShown(past)} onCompare={() => setThen(past)} />,
              file: [],
            },
          ]}
        />
      )}
      {known && known.runs.length > 0 && <p className={styles.soft}>{t('report.runs.about')}</p>}
      {then && <ThenAndNow then={then} run={run} onClose={() => setThen(undefined)} />}
    </section>
  );
}

interface ActionsProps {
  readonly past: PastRun;
  readonly isShown: boolean;
  readonly onCompare: () => void;
}

function Actions({ past, isShown, onCompare }: ActionsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const isRunning = useWorkspace((workspace) => workspace.run.kind === 'running');
  const when = format.instant(past.finishedAt);
  const again = () => {
    void store
      .getState()
      .repeatRun(past)
      .then(() => {
        const { run } = store.getState();
        // A run that failed or was stopped says so itself.
        if (run.kind !== 'finished' || run.run.request !== past.request) return;
        const isSame = isSameReport(past.report, run.run.report);
        notices.say(t(isSame ? 'report.runs.same' : 'report.runs.different'), {
          tone: isSame ? 'plain' : 'bad',
        });
      });
  };
  return (
    <span className={styles.actions}>
      <Button
        small
        icon={RotateCcw}
        disabled={isRunning}
        aria-label={t('report.runs.againOf', { when })}
        onClick={again}
      >
        {t('report.runs.again')}
      </Button>
      {!isShown && (
        <Button
          small
          icon={GitCompareArrows}
          aria-label={t('report.runs.compareOf', { when })}
          onClick={onCompare}
        >
          {t('report.runs.compare')}
        </Button>
      )}
    </span>
  );
}

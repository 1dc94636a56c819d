import '../../i18n/resultWords.ts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartNoAxesColumn, Download, TriangleAlert } from 'lucide-react';
import { reportJson } from '../../analytics/reportJson.ts';
import type { Report } from '../../analytics/report.ts';
import type { Journey } from '../../journey/journey.ts';
import { useApproximation } from '../../i18n/useApproximation.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { FinishedRun } from '../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Headlines } from './Headlines.tsx';
import { MessageTable } from './MessageTable.tsx';
import { ReportFunnel } from './ReportFunnel.tsx';
import { Entries, StepTable } from './StepTable.tsx';
import styles from './ReadResultsView.module.css';

type Source = 'run' | 'forecast';

/** What a journey does to people, messages and money: the last full run, or the forecast. */
export function ReadResultsView() {
  const journey = useWorkspace((workspace) => workspace.journey);
  const run = useWorkspace((workspace) => workspace.run);
  const forecast = useWorkspace((workspace) => workspace.forecast);
  const [wanted, setWanted] = useState<Source>('run');
  if (!journey) return null;
  const finished = run.kind === 'finished' ? run.run : undefined;
  const source: Source = finished && wanted === 'run' ? 'run' : 'forecast';
  const report = source === 'run' ? finished?.report : forecast.report;
  return (
    <div className={styles.view}>
      {report ? (
        <div className={styles.page}>
          <Head journey={journey} finished={source === 'run' ? finished : undefined} report={report}>
            {finished && forecast.report && <SourceSwitch source={source} onChange={setWanted} />}
          </Head>
          <Sections
            report={report}
            // A run belongs to the document that was run: names and currency are those of then.
            journey={source === 'run' && finished ? finished.journey : journey}
            pending={source === 'forecast' && (forecast.pending || forecast.problems.length > 0)}
          />
        </div>
      ) : (
        <NoNumbers />
      )}
    </div>
  );
}

function NoNumbers() {
  const { t } = useTranslation();
  const blocker = useWorkspace(({ forecast }) => forecast.problems[0]?.words);
  return (
    <EmptyState icon={ChartNoAxesColumn} title={t('readResults.empty.title')}>
      {blocker === undefined
        ? t('readResults.empty.help')
        : t('readResults.empty.blocked', { problem: blocker })}
    </EmptyState>
  );
}

function SourceSwitch({
  source,
  onChange,
}: {
  readonly source: Source;
  readonly onChange: (source: Source) => void;
}) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      label={t('readResults.source.label')}
      value={source}
      onChange={onChange}
      options={[
        { value: 'run', label: t('readResults.source.run') },
        { value: 'forecast', label: t('readResults.source.forecast') },
      ]}
    />
  );
}

interface HeadProps {
  readonly journey: Journey;
  /** Undefined: the report is the forecast's. */
  readonly finished: FinishedRun | undefined;
  readonly report: Report;
  readonly children: ReactNode;
}

function Head({ journey, finished, report, children }: HeadProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const blocker = useWorkspace(({ forecast }) => forecast.problems[0]?.words);
  const isStale = finished && !sameRun(finished.journey, journey);
  const approximation = useApproximation(report.approximate);
  const download = () => {
    const { files } = store.getState().ports;
    files.save(`${report.journey || 'run'}.run.json`, 'application/json', reportJson(report));
  };
  return (
    <>
      <header className={styles.head}>
        <div>
          <h1>{t('readResults.of', { journey: journey.name })}</h1>
          <p className={styles.about}>
            <About finished={finished} report={report} />
          </p>
        </div>
        <div className={styles.actions}>
          {children}
          <Button icon={Download} onClick={download}>
            {t('readResults.download')}
          </Button>
        </div>
      </header>
      {!finished && blocker !== undefined && (
        <p role="status" className={styles.stale}>
          <Icon of={TriangleAlert} />
          {t('readResults.about.waits', { problem: blocker })}
        </p>
      )}
      {approximation && (
        <p role="status" className={styles.stale}>
          <Icon of={TriangleAlert} />
          {`${t('words.approximate')}. ${approximation}`}
        </p>
      )}
      {isStale && (
        <p role="status" className={styles.stale}>
          <Icon of={TriangleAlert} />
          {t('readResults.about.stale')}
        </p>
      )}
    </>
  );
}

function About({ finished, report }: Pick<HeadProps, 'finished' | 'report'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const simulated = format.number(report.contacts);
  if (!finished) {
    return report.scaledTo === undefined
      ? t('readResults.about.forecastWhole', { simulated, seed: report.seed })
      : t('readResults.about.forecast', { simulated, whole: format.number(report.scaledTo) });
  }
  const about = t('readResults.about.run', {
    contacts: simulated,
    audience: finished.audienceName || t('words.sampleAudience'),
    seed: report.seed,
    when: format.instant(finished.finishedAt),
  });
  const speed = t('readResults.about.speed', {
    steps: format.number(report.stepsExecuted),
    seconds: format.number(report.seconds, 1),
  });
  return `${about} ${speed}`;
}

interface SectionsProps {
  readonly report: Report;
  readonly journey: Journey;
  readonly pending: boolean;
}

function Sections({ report, journey, pending }: SectionsProps) {
  return (
    <>
      <Headlines report={report} currency={journey.settings.currency} pending={pending} />
      <section className={styles.section}>
        <ReportFunnel report={report} pending={pending} />
      </section>
      <StepTable report={report} journey={journey} />
      <Entries entries={report.entries} />
      <MessageTable report={report} journey={journey} />
    </>
  );
}

/** Names and places on the canvas do not change what a run does. */
function sameRun(a: Journey, b: Journey): boolean {
  return JSON.stringify([a.steps, a.links, a.settings]) === JSON.stringify([b.steps, b.links, b.settings]);
}

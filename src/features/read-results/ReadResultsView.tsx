import '../../i18n/resultWords.ts';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartNoAxesColumn, Download } from 'lucide-react';
import { reportJson } from '../../analytics/reportJson.ts';
import type { Journey } from '../../journey/journey.ts';
import { useApproximation } from '../../i18n/useApproximation.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { Doubt } from './Doubt.tsx';
import { Sections } from './Sections.tsx';
import type { ShownRun } from './shownRun.ts';
import { SinceThisRun } from './SinceThisRun.tsx';
import { useShownRun, type Source } from './useShownRun.ts';
import styles from './ReadResultsView.module.css';

interface ReadResultsViewProps {
  /** A section that the address asks for, and a part of it. */
  readonly place?: string | undefined;
  readonly part?: string | undefined;
}

/** What a journey does to people, messages and money: the last full run, or the forecast. */
export function ReadResultsView({ place, part }: ReadResultsViewProps) {
  const journey = useWorkspace((workspace) => workspace.journey);
  const hasRun = useWorkspace(({ run }) => run.kind === 'finished');
  const hasForecast = useWorkspace(({ forecast }) => forecast.report !== undefined);
  const [wanted, setWanted] = useState<Source>('run');
  const run = useShownRun(wanted);
  if (!journey) return null;
  return (
    <div className={styles.view}>
      {run ? (
        <div className={styles.page}>
          <Head journey={journey} run={run}>
            {hasRun && hasForecast && <SourceSwitch source={run.kind} onChange={setWanted} />}
          </Head>
          <Sections run={run} place={place} part={part} />
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
  readonly run: ShownRun;
  readonly children: ReactNode;
}

function Head({ journey, run, children }: HeadProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const blocker = useWorkspace(({ forecast }) => forecast.problems[0]?.words);
  const { kind, report } = run;
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
            <About run={run} />
          </p>
        </div>
        <div className={styles.actions}>
          {children}
          <Button icon={Download} onClick={download}>
            {t('readResults.download')}
          </Button>
        </div>
      </header>
      {kind === 'forecast' && blocker !== undefined && (
        <Doubt>{t('readResults.about.waits', { problem: blocker })}</Doubt>
      )}
      {approximation && <Doubt>{`${t('words.approximate')}. ${approximation}`}</Doubt>}
      <SinceThisRun run={run} journey={journey} />
    </>
  );
}

function About({ run: { kind, report, audienceName, finishedAt = 0 } }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const simulated = format.number(report.contacts);
  if (kind === 'forecast') {
    return report.scaledTo === undefined
      ? t('readResults.about.forecastWhole', { count: report.contacts, simulated, seed: report.seed })
      : t('readResults.about.forecast', { simulated, whole: format.number(report.scaledTo) });
  }
  const about = t('readResults.about.run', {
    count: report.contacts,
    contacts: simulated,
    audience: audienceName || t('words.sampleAudience'),
    seed: report.seed,
    when: format.instant(finishedAt),
  });
  const speed = t('readResults.about.speed', {
    steps: format.number(report.stepsExecuted),
    seconds: format.number(report.seconds, 1),
  });
  return `${about} ${speed}`;
}

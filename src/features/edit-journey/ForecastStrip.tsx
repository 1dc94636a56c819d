import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Differences } from '../../analytics/comparePaired.ts';
import type { Report } from '../../analytics/report.ts';
import type { Journey } from '../../journey/journey.ts';
import { useApproximation } from '../../i18n/useApproximation.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { ForecastState } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { useLate } from '../../ui/useLate.ts';
import { useSettled } from '../../ui/useSettled.ts';
import type { Question } from './answers/Answers.tsx';
import { LATE_MILLISECONDS } from './late.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { Comparison, StopComparing } from './ghost/Comparison.tsx';
import { useDifferences } from './ghost/useDifferences.ts';
import { stoppedByPolicies } from './stoppedByPolicies.ts';
import { StripFigures } from './StripFigures.tsx';
import styles from './ForecastStrip.module.css';

/** Longer than between two keys of a word. */
const SETTLED_MILLISECONDS = 1200;

interface ForecastStripProps {
  readonly journey: Journey;
  readonly problemsShown: boolean;
  readonly onProblems: () => void;
  readonly onAsk: (question: Question) => void;
}

/** What this journey would do, always in sight, and how many doubts there are about it. */
export function ForecastStrip({ journey, problemsShown, onProblems, onAsk }: ForecastStripProps) {
  const { t } = useTranslation();
  const forecast = useWorkspace((workspace) => workspace.forecast);
  const { report } = forecast;
  const late = useLate(forecast.pending, LATE_MILLISECONDS);
  const differences = useDifferences();
  return (
    <section aria-label={t('editJourney.strip.label')} className={styles.strip} data-tour="forecast">
      <About forecast={forecast} journey={journey} differences={differences} />
      {report ? (
        <StripFigures
          report={report}
          journey={journey}
          pending={late || isBlocked(forecast)}
          differences={differences}
          onAsk={onAsk}
        />
      ) : (
        !isBlocked(forecast) && <p className={styles.message}>{t('editJourney.strip.none')}</p>
      )}
      <span data-tour="problems" className={styles.problemsPlace}>
        {report && (
          <Button small onClick={() => onAsk('first')}>
            {t('canvas.command.whatFirst')}
          </Button>
        )}
        <ProblemsButton shown={problemsShown} onPress={onProblems} />
      </span>
    </section>
  );
}

function isBlocked({ problems, error }: ForecastState): boolean {
  return problems.length > 0 || error !== undefined;
}

interface AboutProps {
  readonly forecast: ForecastState;
  readonly journey: Journey;
  readonly differences: Differences | undefined;
}

function About({ forecast, journey, differences }: AboutProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, pending } = forecast;
  const approximation = useApproximation(report?.approximate);
  const state = isBlocked(forecast) ? 'blocked' : pending || !report ? 'pending' : 'ready';
  const simulated = format.number(report?.contacts ?? 0);
  return (
    <div className={styles.about}>
      <h2 className={styles.title}>
        {t('editJourney.strip.title')}
        <span className={styles.dot} data-state={state} />
        {differences && state !== 'blocked' && <StopComparing />}
      </h2>
      {state === 'blocked' ? (
        <Blocked forecast={forecast} />
      ) : differences ? (
        <Comparison differences={differences} journey={journey} />
      ) : (
        <p className={styles.scope}>
          {report?.scaledTo !== undefined
            ? t('editJourney.strip.scaled', { simulated, whole: format.number(report.scaledTo) })
            : t(report ? 'editJourney.strip.exact' : 'editJourney.strip.pending', { simulated })}
        </p>
      )}
      {report && state !== 'blocked' && !differences && <Stopped report={report} />}
      {approximation && state !== 'blocked' && !differences && (
        <Tooltip words={approximation} side="above">
          <span className={styles.approximate} tabIndex={0}>
            {t('words.approximate')}
          </span>
        </Tooltip>
      )}
    </div>
  );
}

/** How many due messages the forecast left out because of policies; which ones, when asked. */
function Stopped({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stopped = stoppedByPolicies(report);
  if (stopped.size === 0) return null;
  const count = [...stopped.values()].reduce((total, times) => total + times, 0);
  const parts = [...stopped].map(([policy, times]) =>
    t(`editJourney.strip.stoppedBy.${policy}`, { messages: format.number(times) }),
  );
  return (
    <Tooltip words={t('editJourney.strip.stoppedWhy', { parts: format.list(parts) })} side="above">
      <span className={styles.approximate} tabIndex={0}>
        {t('editJourney.strip.stopped', { messages: format.compact(count) })}
      </span>
    </Tooltip>
  );
}

/** Why the numbers are not newer: the journey cannot run, or the simulator stopped. Two lines of it; whole when asked. */
function Blocked({ forecast }: { readonly forecast: ForecastState }) {
  const { t } = useTranslation();
  const { error } = forecast;
  const [first] = forecast.problems;
  if (!first && error === undefined) return null;
  const words = first
    ? t('editJourney.problems.blocked', { problem: first.words })
    : t('editJourney.strip.error', { words: error ?? '' });
  return (
    <Tooltip words={words} side="above" named className={styles.whole}>
      <p role="status" tabIndex={0} className={styles.blocked}>
        {words}
      </p>
    </Tooltip>
  );
}

/** How many problems there are, read out while the list that says so itself is closed; silent until the number changes. */
function ProblemsTold({ told, errors }: { readonly told: string; readonly errors: number }) {
  const { t } = useTranslation();
  const words = told && errors > 0 ? `${told}. ${t('problems.errorsNow', { count: errors })}` : told;
  const [first] = useState(words);
  const [hasChanged, setHasChanged] = useState(false);
  const settled = useSettled(words, SETTLED_MILLISECONDS);
  if (settled !== first && !hasChanged) setHasChanged(true);
  return (
    <span role="status" className="visually-hidden">
      {hasChanged && settled}
    </span>
  );
}

function ProblemsButton({ shown, onPress }: { readonly shown: boolean; readonly onPress: () => void }) {
  const { t } = useTranslation();
  const problems = useWorkspace((workspace) => workspace.problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const severity = errors > 0 ? 'error' : problems.length > 0 ? 'warning' : 'none';
  const icon = { error: CircleAlert, warning: TriangleAlert, none: CircleCheck }[severity];
  const label =
    problems.length === 0
      ? t('editJourney.problems.none')
      : t('editJourney.problems.count', { count: problems.length });
  return (
    <>
      <Button
        icon={icon}
        aria-expanded={shown}
        data-severity={severity}
        className={styles.problems}
        onClick={onPress}
      >
        {label}
      </Button>
      <ProblemsTold told={shown ? '' : label} errors={errors} />
    </>
  );
}

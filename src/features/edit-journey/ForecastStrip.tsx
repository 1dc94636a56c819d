import { useTranslation } from 'react-i18next';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Estimate } from '../../analytics/intervals.ts';
import type { Report } from '../../analytics/report.ts';
import type { Journey } from '../../journey/journey.ts';
import { formatBand } from '../../i18n/format.ts';
import { useApproximation } from '../../i18n/useApproximation.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { ForecastState } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Headline } from '../../ui/Headline.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useLate } from '../../ui/useLate.ts';
import { LATE_MILLISECONDS } from './late.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import styles from './ForecastStrip.module.css';

interface ForecastStripProps {
  readonly journey: Journey;
  readonly problemsShown: boolean;
  readonly onProblems: () => void;
}

/** What this journey would do, always in sight, and how many doubts there are about it. */
export function ForecastStrip({ journey, problemsShown, onProblems }: ForecastStripProps) {
  const { t } = useTranslation();
  const forecast = useWorkspace((workspace) => workspace.forecast);
  const { report } = forecast;
  const late = useLate(forecast.pending, LATE_MILLISECONDS);
  return (
    <section aria-label={t('editJourney.strip.label')} className={styles.strip} data-tour="forecast">
      <About forecast={forecast} />
      {report ? (
        <Figures report={report} currency={journey.settings.currency} pending={late || isBlocked(forecast)} />
      ) : (
        !isBlocked(forecast) && <p className={styles.message}>{t('editJourney.strip.none')}</p>
      )}
      <Blocked forecast={forecast} />
      <span data-tour="problems">
        <ProblemsButton shown={problemsShown} onPress={onProblems} />
      </span>
    </section>
  );
}

function isBlocked({ problems, error }: ForecastState): boolean {
  return problems.length > 0 || error !== undefined;
}

function About({ forecast }: { readonly forecast: ForecastState }) {
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
      </h2>
      <p className={styles.scope}>
        {report?.scaledTo !== undefined
          ? t('editJourney.strip.scaled', { simulated, whole: format.number(report.scaledTo) })
          : report
            ? t('editJourney.strip.exact', { simulated })
            : t(state === 'blocked' ? 'editJourney.strip.waits' : 'editJourney.strip.pending')}
      </p>
      {approximation && (
        <Tooltip words={approximation} side="above">
          <span className={styles.approximate} tabIndex={0}>
            {t('words.approximate')}
          </span>
        </Tooltip>
      )}
    </div>
  );
}

interface FiguresProps {
  readonly report: Report;
  readonly currency: string;
  readonly pending: boolean;
}

function Figures({ report, currency, pending }: FiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { totals, target } = report;
  const count = (value: number) => format.number(value);
  const money = (value: number) => format.money(Math.round(value), currency);
  const figure = (
    metric: 'conversions' | 'revenue' | 'cost' | 'profit' | 'unsubscribed',
    print: (value: number) => string,
  ) => {
    const estimate = totals[metric];
    const band = formatBand(estimate, print);
    return (
      <Headline
        label={t(`words.metric.${metric}`)}
        value={print(estimate.value)}
        band={isExact(estimate) ? undefined : band}
        question={t('editJourney.strip.interval', { band })}
        loss={metric === 'profit' && estimate.value < 0}
        pending={pending}
      />
    );
  };
  const print = target?.metric === 'conversions' ? count : money;
  return (
    <div className={styles.figures}>
      {figure('conversions', count)}
      {figure('revenue', money)}
      {figure('cost', money)}
      {figure('profit', money)}
      {figure('unsubscribed', count)}
      {target && (
        <Headline
          label={t('editJourney.strip.target')}
          value={t('editJourney.strip.chance', { chance: format.chance(target.chance) })}
          band={t('editJourney.strip.targetOf', {
            expected: print(target.expected.value),
            target: print(target.atLeast),
          })}
          pending={pending}
        />
      )}
      <span role="status" className="visually-hidden">
        {!pending &&
          t('editJourney.strip.ready', {
            conversions: count(totals.conversions.value),
            profit: money(totals.profit.value),
          })}
      </span>
    </div>
  );
}

function isExact({ low, high }: Estimate): boolean {
  return low === high;
}

/** Why the numbers are not newer: the journey cannot run, or the simulator stopped. */
function Blocked({ forecast }: { readonly forecast: ForecastState }) {
  const { t } = useTranslation();
  const { error } = forecast;
  const [first] = forecast.problems;
  if (!first && error === undefined) return null;
  const words = first
    ? t('editJourney.problems.blocked', { problem: first.words })
    : t('editJourney.strip.error', { words: error ?? '' });
  return (
    <p role="status" className={styles.blocked}>
      <Icon of={CircleAlert} />
      {words}
    </p>
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
    <Button
      icon={icon}
      aria-expanded={shown}
      data-severity={severity}
      className={styles.problems}
      onClick={onPress}
    >
      {label}
    </Button>
  );
}

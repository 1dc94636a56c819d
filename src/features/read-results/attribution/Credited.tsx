import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Credit } from '../../../analytics/attribution/attributionWork.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { ShownRun } from '../shownRun.ts';
import type { Choice } from './choice.ts';
import { creditsOf, liftMetric, type Credits } from './creditRows.ts';
import { CreditPicture } from './CreditPicture.tsx';
import { CreditTable } from './CreditTable.tsx';
import { liftRuns } from './liftRuns.ts';
import { useFinding } from './useFinding.ts';
import { useLifts, type LiftsState } from './useLifts.ts';
import { useClaimantName, useMeasure, type MeasureWords } from './useWords.ts';
import styles from './attribution.module.css';

interface CreditedProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  readonly attribution: Credit;
  readonly choice: Choice;
  readonly pending: boolean;
}

/** What was found, the figures of every model, and what would have happened without each. */
export function Credited({ run, detail, attribution, choice, pending }: CreditedProps) {
  const { t } = useTranslation();
  const { journey } = run.request;
  const { credited, measure } = choice;
  const goalIsOrder = journey.settings.goals[0]?.on.kind === 'conversion';
  const runs = useMemo(() => liftRuns(run, detail, credited), [run, detail, credited]);
  const { state, ask, cancel } = useLifts(runs);
  const reports = state.kind === 'known' ? state.reports : undefined;
  const credits = useMemo(
    () => creditsOf(attribution, measure, reports, liftMetric(measure, goalIsOrder)),
    [attribution, measure, reports, goalIsOrder],
  );
  const nameOf = useClaimantName(journey, detail, credited);
  const words = useMeasure(measure, journey.settings.currency);
  const isWorking = state.kind === 'working';
  const finding = useFinding({ credits, nameOf, words, isWorking });
  return (
    <section className={styles.credited} aria-label={t('attribution.title')}>
      <CreditPicture
        title={finding}
        byAccount={attribution.accounts !== undefined}
        {...{ credits, credited, nameOf, words, pending }}
      />
      <LiftProgress state={state} count={runs.without.length} onAsk={ask} onCancel={cancel} />
      <CreditTable {...{ credits, credited, nameOf, words, pending }} isTried={isWorking} />
      <Sentences credits={credits} words={words} goalIsOrder={goalIsOrder} />
    </section>
  );
}

interface LiftProgressProps {
  readonly state: LiftsState;
  readonly count: number;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
}

/** A line that is always there, so that nothing jumps when the answer is. */
function LiftProgress({ state, count, onAsk, onCancel }: LiftProgressProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state.kind === 'known') {
    const { seed, contacts } = state.reports.base;
    return (
      <Line>
        <span className={styles.soft}>
          {t('attribution.from', { runs: state.runs, contacts: format.number(contacts), seed })}
        </span>
      </Line>
    );
  }
  if (state.kind === 'working') {
    const { share, secondsLeft } = state.progress;
    return (
      <Line>
        <span>{t('attribution.working')}</span>
        <ProgressBar label={t('attribution.working')} share={share} />
        {secondsLeft !== undefined && (
          <span className={styles.soft}>{t('attribution.timeLeft', { time: format.wait(secondsLeft) })}</span>
        )}
        <Button small onClick={onCancel}>
          {t('attribution.cancel')}
        </Button>
      </Line>
    );
  }
  return (
    <Line>
      {state.kind === 'failed' && <span role="alert">{t('attribution.failed', { words: state.words })}</span>}
      <Button small onClick={onAsk}>
        {state.kind === 'failed' ? t('attribution.again') : t('attribution.workOut', { count })}
      </Button>
    </Line>
  );
}

function Line({ children }: { readonly children: ReactNode }) {
  return <div className={styles.line}>{children}</div>;
}

interface SentencesProps {
  readonly credits: Credits;
  readonly words: MeasureWords;
  readonly goalIsOrder: boolean;
}

/** What the table does not say: which model is nearest, why lifts need not sum, and which question the intervals answer. */
function Sentences({ credits, words, goalIsOrder }: SentencesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nearest, joint, sumOfLifts, unclaimed, total } = credits;
  return (
    <div className={styles.sentences}>
      {nearest && (
        <p className={styles.said}>
          {t('attribution.nearest', {
            model: t(`attribution.model.${nearest.model}`),
            by: words.say(nearest.error),
          })}
        </p>
      )}
      {joint && sumOfLifts !== undefined && (
        <p className={styles.said}>
          {t('attribution.jointly', {
            joint: words.sayLift(joint.by.value, goalIsOrder),
            sum: words.print(sumOfLifts),
          })}
        </p>
      )}
      {unclaimed.value > 0 && (
        <p className={styles.said}>
          {t('attribution.organic', {
            share: format.rate(unclaimed.value / total),
            total: words.say(total),
          })}
        </p>
      )}
      <p>{t('attribution.tested')}</p>
      <p>{t(goalIsOrder ? 'attribution.everyOrder' : 'attribution.goal')}</p>
    </div>
  );
}

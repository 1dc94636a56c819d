import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartSpline, Play, Plus } from 'lucide-react';
import type { PairedMetric } from '../../../analytics/report.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { MeasureChoice } from '../numbers/MeasureChoice.tsx';
import { useFigures } from '../numbers/useFigures.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import type { Scenarios } from '../scenarios/useScenarios.ts';
import type { JobOf } from '../work/useJob.ts';
import { WorkStatus } from '../work/WorkStatus.tsx';
import { axisOf, mostPoints, valuesOf, type Axis } from './axis.ts';
import { AxisFields } from './AxisFields.tsx';
import { runSweep, type SweepOutcome, type SweepQuestion, type SweptAxis } from './runSweep.ts';
import { SweepOutcomeView } from './SweepOutcomeView.tsx';
import styles from '../compareRuns.module.css';

const USUAL_POINTS = 11;
const USUAL_POINTS_EACH = 5;

interface SweepPanelProps {
  readonly parameters: Parameters;
  readonly scenarios: Scenarios;
  readonly job: JobOf<SweepOutcome>;
  readonly axes: readonly Axis[];
  readonly onAxes: (axes: readonly Axis[]) => void;
}

/** One or two numbers of the open journey, tried at many values. */
export function SweepPanel({ parameters, scenarios, job, axes: asked, onAxes }: SweepPanelProps) {
  const { t } = useTranslation();
  const audience = useWorkspace((workspace) => workspace.audience);
  const [metric, setMetric] = useState<PairedMetric>('profit');
  const { design, all } = parameters;
  const figures = useFigures(design.journey.settings.currency);
  const axes = shownAxes(asked, parameters);
  const { result, progress } = job;
  const [first, second] = axes.flatMap((axis): readonly SweptAxis[] => {
    const of = all.find(({ id }) => id === axis.parameter);
    return of ? [{ of, values: valuesOf(axis, of, axes.length) }] : [];
  });
  if (!first)
    return (
      <EmptyState icon={ChartSpline} title={t('compareRuns.sweep.empty')}>
        {t('compareRuns.parameter.none')}
      </EmptyState>
    );
  const question: SweepQuestion = { design, audience, metric, axes: second ? [first, second] : [first] };
  const start = () => job.start((comparer, tell) => runSweep(question, comparer, tell));
  const free = all.find(({ id }) => id !== first.of.id);
  const addSecond = () =>
    free &&
    onAxes(
      [...axes, axisOf(free, USUAL_POINTS_EACH)].map((axis) => ({
        ...axis,
        points: Math.min(axis.points, USUAL_POINTS_EACH),
      })),
    );
  return (
    <>
      {axes.map((axis, at) => (
        <AxisFields
          key={at}
          label={t(at === 0 ? 'compareRuns.sweep.first' : 'compareRuns.sweep.second')}
          axis={axis}
          parameters={{
            design,
            all: all.filter(({ id }) => id === axis.parameter || axes.every((one) => one.parameter !== id)),
          }}
          figures={figures}
          most={mostPoints(axes.length)}
          onChange={(next) => onAxes(axes.map((one, place) => (place === at ? next : one)))}
          {...(at === 1 && { onRemove: () => onAxes(axes.slice(0, 1)) })}
        />
      ))}
      <div className={styles.bar}>
        <MeasureChoice value={metric} onChange={setMetric} />
        {axes.length < 2 && (
          <Button icon={Plus} disabled={!free} onClick={addSecond}>
            {t('compareRuns.sweep.addSecond')}
          </Button>
        )}
        <Button look="primary" icon={Play} disabled={progress !== undefined} onClick={start}>
          {t('compareRuns.sweep.run', { count: first.values.length * (second?.values.length ?? 1) })}
        </Button>
        {result && !progress && 'asked' in result && !sameQuestion(result.asked, question) && (
          <span role="status" className={styles.stale}>
            {t('compareRuns.work.stale')}
          </span>
        )}
      </div>
      <WorkStatus job={job} label={t('compareRuns.sweep.working')} />
      {result ? (
        <SweepOutcomeView
          result={result}
          metric={metric}
          pending={progress !== undefined}
          parameters={parameters}
          scenarios={scenarios}
          figures={figures}
        />
      ) : (
        !progress && (
          <EmptyState icon={ChartSpline} title={t('compareRuns.sweep.empty')}>
            {t('compareRuns.sweep.emptyHelp')}
          </EmptyState>
        )
      )}
    </>
  );
}

/** What was asked for, as far as the journey still has it; else its first number. */
function shownAxes(asked: readonly Axis[], { all }: Parameters): readonly Axis[] {
  const there = asked.filter(({ parameter }) => all.some(({ id }) => id === parameter));
  const [first] = all;
  return there.length > 0 || !first ? there : [axisOf(first, USUAL_POINTS)];
}

/** Whichever figure it is judged by. */
function sameQuestion(a: SweepQuestion, b: SweepQuestion): boolean {
  const keyOf = ({ axes }: SweepQuestion) => JSON.stringify(axes.map(({ of, values }) => [of.id, values]));
  return a.design === b.design && a.audience === b.audience && keyOf(a) === keyOf(b);
}

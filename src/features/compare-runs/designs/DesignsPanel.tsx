import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { GitCompareArrows } from 'lucide-react';
import type { PairedMetric } from '../../../analytics/report.ts';
import { forbids, reservationsBetween } from '../../../journey/comparable.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useFigures } from '../numbers/useFigures.ts';
import { MeasureChoice } from '../numbers/MeasureChoice.tsx';
import type { Parameters } from '../numbers/useParameters.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { JobOf } from '../work/useJob.ts';
import { WorkStatus } from '../work/WorkStatus.tsx';
import { DesignPicker } from './DesignPicker.tsx';
import { DesignsOutcome } from './DesignsOutcome.tsx';
import { NOW, type DesignRef, type NamedDesign } from './designRef.ts';
import { isAnswerTo, runDesigns, type DesignsResult } from './runDesigns.ts';
import { useDesignOptions } from './useDesignOptions.ts';
import { useDesigns, type DesignReading } from './useDesigns.ts';
import styles from '../compareRuns.module.css';

interface DesignsPanelProps {
  readonly contacts: number;
  readonly scenarios: readonly Scenario[];
  readonly parameters: Parameters;
  readonly job: JobOf<DesignsResult>;
  readonly chosen: readonly DesignRef[];
  readonly onChoose: (chosen: readonly DesignRef[]) => void;
}

/** Which designs are compared, and how they come out; the first is what the others are compared with. */
export function DesignsPanel({ contacts, scenarios, parameters, job, chosen, onChoose }: DesignsPanelProps) {
  const { t } = useTranslation();
  const audience = useWorkspace((workspace) => workspace.audience);
  const [metric, setMetric] = useState<PairedMetric>('profit');
  const options = useDesignOptions(scenarios);
  const known = chosen.filter((ref) => ref === NOW || options.some(({ value }) => value === ref));
  const readings = useDesigns(known, { scenarios, options, parameters });
  const figures = useFigures(parameters.design.journey.settings.currency);
  const designs = readings.flatMap((one) => (typeof one === 'string' ? [] : [one]));
  const refusal = useRefusal(designs);
  const ready = designs.length === readings.length && designs.length > 1 && refusal === undefined;
  const start = () => job.start((comparer) => runDesigns({ designs, audience, contacts }, comparer));
  const { result, progress } = job;
  const isStale =
    result !== undefined && progress === undefined && !isAnswerTo({ designs, contacts, audience }, result);
  return (
    <>
      <DesignPicker chosen={known} options={options} onChoose={onChoose} />
      {readings.some((one: DesignReading) => one === 'gone') && (
        <p role="alert" className={styles.bad}>
          {t('compareRuns.designs.gone')}
        </p>
      )}
      {refusal !== undefined && (
        <p role="alert" className={styles.bad}>
          {refusal}
        </p>
      )}
      <div className={styles.bar}>
        <MeasureChoice value={metric} onChange={setMetric} />
        <Button
          look="primary"
          icon={GitCompareArrows}
          disabled={!ready || progress !== undefined}
          onClick={start}
        >
          {t('compareRuns.designs.run')}
        </Button>
        {known.length < 2 && <span className={styles.soft}>{t('compareRuns.designs.tooFew')}</span>}
        {isStale && ready && (
          <span role="status" className={styles.stale}>
            {t('compareRuns.work.stale')}
          </span>
        )}
      </div>
      <WorkStatus job={job} label={t('compareRuns.designs.working')} />
      {result ? (
        <DesignsOutcome result={result} metric={metric} parameters={parameters} figures={figures} />
      ) : (
        !progress && (
          <EmptyState icon={GitCompareArrows} title={t('compareRuns.designs.empty')}>
            {t('compareRuns.designs.emptyHelp')}
          </EmptyState>
        )
      )}
    </>
  );
}

/** Why they are not compared at all. */
function useRefusal(designs: readonly NamedDesign[]): string | undefined {
  const { t } = useTranslation();
  const [base, ...others] = designs;
  if (!base) return undefined;
  const before = base.design.journey;
  const other = others.find(({ design }) => reservationsBetween(before, design.journey).some(forbids));
  return (
    other &&
    t('compareRuns.designs.currencies', {
      base: base.name,
      currency: before.settings.currency,
      name: other.name,
      other: other.design.journey.settings.currency,
    })
  );
}

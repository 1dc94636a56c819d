import { useMemo } from 'react';
import type { PairedMetric } from '../../../analytics/report.ts';
import { useApproximation } from '../../../i18n/useApproximation.ts';
import type { Figures } from '../numbers/figures.ts';
import type { Parameters } from '../numbers/useParameters.ts';
import type { Scenarios } from '../scenarios/useScenarios.ts';
import { BestTools } from './BestTools.tsx';
import type { SweepOutcome, SweepResult } from './runSweep.ts';
import { SweepPicture } from './SweepPicture.tsx';
import { adoptable, readSweep, sweepFinding } from './sweepFinding.ts';
import styles from '../compareRuns.module.css';

interface SweepOutcomeProps {
  readonly result: SweepOutcome;
  readonly metric: PairedMetric;
  /** A better look is on its way. */
  readonly pending: boolean;
  /** Of the journey as it is now. */
  readonly parameters: Parameters;
  readonly scenarios: Scenarios;
  readonly figures: Figures;
}

/** The picture of a sweep, or why there is none. */
export function SweepOutcomeView({ result, ...rest }: SweepOutcomeProps) {
  const { t } = rest.figures;
  if ('problem' in result)
    return (
      <p role="status" className={styles.bad}>
        {t('compareRuns.work.blocked', { problem: result.problem })}
      </p>
    );
  return <Swept result={result} {...rest} />;
}

function Swept(props: SweepOutcomeProps & { readonly result: SweepResult }) {
  const { result, metric, pending, parameters, scenarios, figures } = props;
  const { t, format } = figures;
  const reading = useMemo(() => readSweep(result, metric), [result, metric]);
  const { now, final } = result;
  const approximation = useApproximation(now.approximate);
  const about = t(final ? 'compareRuns.sweep.about' : 'compareRuns.sweep.aboutFirst', {
    contacts: format.number(now.contacts),
    shown: format.number(now.scaledTo ?? now.contacts),
  });
  const place = adoptable(sweepFinding(result, reading));
  return (
    <>
      <SweepPicture
        result={result}
        reading={reading}
        about={[about, approximation].filter(Boolean).join(' ')}
        pending={pending && !final}
        figures={figures}
      />
      {place !== undefined && (
        <BestTools
          result={result}
          place={place}
          parameters={parameters}
          scenarios={scenarios}
          figures={figures}
        />
      )}
    </>
  );
}

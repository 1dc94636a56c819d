import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FlaskConical } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { HOLDOUT } from '../../../journey/steps/experiment.ts';
import { Button } from '../../../ui/Button.tsx';
import { useWhatIfs } from '../money/useWhatIfs.ts';
import { WhatIfState } from '../money/WhatIfState.tsx';
import { whatIf, type ShownRun } from '../shownRun.ts';
import { sizesOf, withEverybodyIn, type Experiment } from './experiments.ts';
import { LeastDifferences } from './LeastDifferences.tsx';
import { OutlookWords } from './OutlookWords.tsx';
import styles from './lift.module.css';

interface ExperimentCardProps {
  readonly run: ShownRun;
  readonly experiment: Experiment;
}

/** The sizes of its arms, the differences they can show, and, when somebody asks, which arm wins and how surely. */
export function ExperimentCard({ run, experiment }: ExperimentCardProps) {
  const { t } = useTranslation();
  const { request, report, pending } = run;
  const { step, counted } = experiment;
  const requests = useMemo(
    () =>
      pending || step.arms.length < 2
        ? undefined
        : step.arms.map(({ id }) =>
            whatIf({ request, report }, { journey: withEverybodyIn(request.journey, experiment, id) }),
          ),
    [pending, step, request, report, experiment],
  );
  const asked = useWhatIfs(requests, { atOnce: false });
  const { latest } = asked;
  return (
    <article className={styles.panel} aria-label={step.name}>
      <h3>{step.name}</h3>
      {counted && counted.entered > 0 ? (
        <>
          <Sizes run={run} experiment={experiment} />
          <LeastDifferences run={run} experiment={experiment} />
          {latest && (
            <OutlookWords
              run={run}
              experiment={experiment}
              known={latest}
              isStale={latest.requests !== requests}
            />
          )}
          {asked.answer ? (
            <WhatIfState {...asked} />
          ) : (
            <div>
              <Button icon={FlaskConical} disabled={requests === undefined} onClick={asked.ask}>
                {t('lift.experiments.work')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <p>{t('lift.experiments.nobody')}</p>
      )}
    </article>
  );
}

function Sizes({ run: { request, report }, experiment }: ExperimentCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { step, counted } = experiment;
  const sizes = sizesOf(experiment, request.journey, report);
  const arms = [
    ...step.arms.map(({ id, name }) => ({ id, name })),
    ...(step.holdout ? [{ id: HOLDOUT, name: t('words.exit.holdout') }] : []),
  ];
  const printed = arms.map(({ id, name }) =>
    t('lift.experiments.arm', { name, contacts: format.number(counted?.exits[id] ?? 0) }),
  );
  return (
    <p>
      {t('lift.experiments.sizes', { arms: format.list(printed) })}{' '}
      {sizes && t(sizes.isOff ? 'lift.experiments.off' : 'lift.experiments.asPlanned')}
    </p>
  );
}

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SectionProps } from '../section.ts';
import { ExperimentCard } from './ExperimentCard.tsx';
import { experimentsOf } from './experiments.ts';
import styles from './lift.module.css';

/** What each experiment of the journey can tell before it is launched. */
export function Experiments({ run }: SectionProps) {
  const { t } = useTranslation();
  const { request, report } = run;
  const experiments = useMemo(() => experimentsOf(request.journey, report), [request.journey, report]);
  return (
    <section className={styles.block} aria-labelledby="lift-experiments">
      <div>
        <h2 id="lift-experiments">{t('lift.experiments.title')}</h2>
        <p className={styles.note}>
          {t(experiments.length === 0 ? 'lift.experiments.none' : 'lift.experiments.note')}
        </p>
      </div>
      {experiments.map((experiment) => (
        <ExperimentCard key={experiment.id} run={run} experiment={experiment} />
      ))}
    </section>
  );
}

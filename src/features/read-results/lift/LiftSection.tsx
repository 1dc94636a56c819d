import '../../../i18n/moneyWords.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { liftOf } from '../../../analytics/incrementality/lift.ts';
import { classes } from '../../../ui/classes.ts';
import { useBothWorlds } from '../money/useBothWorlds.ts';
import { WhatIfState } from '../money/WhatIfState.tsx';
import type { SectionProps } from '../section.ts';
import { Experiments } from './Experiments.tsx';
import { HoldoutPart } from './HoldoutPart.tsx';
import { LiftPicture } from './LiftPicture.tsx';
import { LiftSentences } from './LiftSentences.tsx';
import { plannedShare, type Planned } from './plannedHoldout.ts';
import styles from './lift.module.css';

/** What the journey causes, what a real holdout would see of it, and what its experiments can tell. */
export function LiftSection({ run }: SectionProps) {
  const { t } = useTranslation();
  const { journey } = run.request;
  const asked = useBothWorlds(run);
  const { worlds, isStale } = asked;
  const shown = run.report.scaledTo ?? run.report.contacts;
  const [plan, setPlan] = useState<Planned>(() => ({ share: plannedShare(journey), contacts: undefined }));
  const lift = useMemo(() => worlds && liftOf(worlds), [worlds]);
  const isAsking = asked.answer?.kind === 'asking';
  return (
    <>
      {worlds && lift ? (
        <div className={classes(styles.block, isStale && styles.pending)} aria-busy={isStale}>
          <LiftSentences run={run} worlds={worlds} lift={lift} />
          <LiftPicture run={run} worlds={worlds} lift={lift} plan={{ contacts: shown, share: plan.share }} />
          <HoldoutPart run={run} worlds={worlds} plan={plan} onPlan={setPlan} />
        </div>
      ) : (
        <section className={styles.coming} aria-label={t('lift.caused.title')}>
          <WhatIfState {...asked} />
        </section>
      )}
      {worlds && !isAsking && <WhatIfState {...asked} />}
      <Experiments run={run} />
    </>
  );
}

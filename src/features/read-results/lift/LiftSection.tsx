import '../../../i18n/moneyWords.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes.ts';
import { useBothWorlds } from '../money/useBothWorlds.ts';
import { WhatIfState } from '../money/WhatIfState.tsx';
import { countedIn } from '../money/withoutJourney.ts';
import type { SectionProps } from '../section.ts';
import { Experiments } from './Experiments.tsx';
import { HoldoutPart } from './HoldoutPart.tsx';
import { LiftPicture } from './LiftPicture.tsx';
import { LiftSentences } from './LiftSentences.tsx';
import { heldWorlds, plannedShare, type Planned } from './plannedHoldout.ts';
import styles from './lift.module.css';

/** What the journey causes, what a real holdout would see of it, and what its experiments can tell. */
export function LiftSection({ run }: SectionProps) {
  const { t } = useTranslation();
  const { journey } = run.request;
  const asked = useBothWorlds(run);
  const { worlds, entering, lift, isStale } = asked;
  const [plan, setPlan] = useState<Planned>(() => ({
    of: 'entering',
    share: plannedShare(journey),
    contacts: undefined,
  }));
  const held = heldWorlds({ worlds, entering }, plan.of, countedIn(run.request));
  const isAsking = asked.answer?.kind === 'asking';
  return (
    <>
      {worlds && entering && lift && held ? (
        <div className={classes(styles.block, isStale && styles.pending)} aria-busy={isStale}>
          <LiftSentences run={run} worlds={worlds} entering={entering} lift={lift} />
          <LiftPicture run={run} held={held} plan={plan} />
          <HoldoutPart run={run} held={held} plan={plan} onPlan={setPlan} />
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

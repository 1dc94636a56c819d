import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import { formatsFor, type Formats } from '../../../i18n/useFormat.ts';
import type { Problem } from '../../../journey/problem.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Icon } from '../../../ui/Icon.tsx';
import type { PolicyDoubt } from './policyDoubts.ts';
import { EffectOf } from './EffectOf.tsx';
import type { PolicyEffects } from './usePolicyEffects.ts';
import styles from './policies.module.css';

/** What stands below each policy. */
export interface PolicyNotesProps {
  readonly policyKey: string;
  readonly sentence: string;
  readonly doubts: ReadonlyMap<string, PolicyDoubt>;
  /** Which of the open journey's problems are about this policy. */
  readonly isAbout: (problem: Problem) => boolean;
  readonly effects: PolicyEffects;
  /** It holds messages back until later. */
  readonly holds?: boolean;
  /** Why the report says that messages were not sent. */
  readonly reason?: string;
}

/** What a policy means, what is wrong with it, and what it does to the open journey. */
export function PolicyNotes({
  policyKey,
  sentence,
  doubts,
  isAbout,
  effects,
  holds,
  reason,
}: PolicyNotesProps) {
  const { t, i18n } = useTranslation();
  const journey = useWorkspace((workspace) => workspace.journey?.name ?? '');
  const problems = useWorkspace((workspace) => workspace.problems);
  const doubt = doubts.get(policyKey);
  const found = doubt?.kind === 'quietAllDay' ? [] : problems.filter(isAbout);
  const words = [
    ...(doubt ? [doubtWords(doubt, t, formatsFor(i18n.language))] : []),
    ...found.map((problem) => t('settings.inJourney', { journey, words: problem.words })),
  ];
  return (
    <div className={styles.notes}>
      <p className={styles.sentence}>{sentence}</p>
      {words.map((one) => (
        <p key={one} className={styles.doubt} role="status">
          <Icon of={TriangleAlert} size={14} />
          <span>{one}</span>
        </p>
      ))}
      <EffectOf policyKey={policyKey} effects={effects} holds={holds ?? false} reason={reason} />
    </div>
  );
}

function doubtWords(doubt: PolicyDoubt, t: TFunction, format: Formats): string {
  switch (doubt.kind) {
    case 'idleCap':
      return t('settings.doubt.idleCap', { other: doubt.other });
    case 'idleLimit':
      return t('settings.doubt.idleLimit', { other: doubt.other + 1 });
    case 'quietAllDay':
      return t(`settings.doubt.quietAllDay.${doubt.onQuiet}`);
    case 'longRelease':
      return t('settings.doubt.longRelease', { duration: format.duration(doubt.open) });
    case 'emptyBudget':
      return t('settings.doubt.emptyBudget');
  }
}

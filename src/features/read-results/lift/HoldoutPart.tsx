import { useTranslation } from 'react-i18next';
import type { BothWorlds } from '../../../analytics/incrementality/lift.ts';
import { realHoldout } from '../../../analytics/incrementality/realHoldout.ts';
import { PercentInput } from '../../../forms/PercentInput.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { probability } from '../../../journey/units.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import type { ShownRun } from '../shownRun.ts';
import { HoldoutWords } from './HoldoutWords.tsx';
import type { Planned } from './plannedHoldout.ts';
import styles from './lift.module.css';

interface HoldoutPartProps {
  readonly run: ShownRun;
  readonly worlds: BothWorlds;
  readonly plan: Planned;
  readonly onPlan: (plan: Planned) => void;
}

/** “What if I hold out 20 %”: what a launch would see, and what it takes to see the lift. */
export function HoldoutPart({ run, worlds, plan, onPlan }: HoldoutPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = run.report.scaledTo ?? run.report.contacts;
  const contacts = plan.contacts ?? shown;
  const view = realHoldout(worlds, { contacts, share: plan.share });
  return (
    <section className={styles.panel} aria-labelledby="lift-holdout">
      <h2 id="lift-holdout">{t('lift.holdout.title')}</h2>
      <p className={styles.note}>{t('lift.holdout.note')}</p>
      <div className={styles.boxes}>
        <Field label={t('lift.holdout.share')}>
          <PercentInput value={probability(plan.share)} onChange={(share) => onPlan({ ...plan, share })} />
        </Field>
        <Field label={t('lift.holdout.contacts')} help={t('lift.holdout.contactsHelp')}>
          <NumberInput
            integer
            min={2}
            max={MOST_CONTACTS}
            placeholder={format.number(shown)}
            value={plan.contacts}
            onChange={(value) => onPlan({ ...plan, contacts: value })}
            onEmpty={() => onPlan({ ...plan, contacts: undefined })}
          />
        </Field>
      </div>
      <div aria-live="polite">
        {view && plan.share > 0 && plan.share < 1 ? (
          <HoldoutWords view={view} plan={{ contacts, share: plan.share }} run={run} />
        ) : (
          <p>{t('lift.holdout.small')}</p>
        )}
      </div>
    </section>
  );
}

const MOST_CONTACTS = 1e9;

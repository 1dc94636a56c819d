import { useTranslation } from 'react-i18next';
import { realHoldout } from '../../../analytics/incrementality/realHoldout.ts';
import { PercentInput } from '../../../forms/PercentInput.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { probability } from '../../../journey/units.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import type { ShownRun } from '../shownRun.ts';
import { HoldoutWords } from './HoldoutWords.tsx';
import { HELD_OUT_OF, type HeldWorlds, type Planned } from './plannedHoldout.ts';
import styles from './lift.module.css';

interface HoldoutPartProps {
  readonly run: ShownRun;
  readonly held: HeldWorlds;
  readonly plan: Planned;
  readonly onPlan: (plan: Planned) => void;
}

/** “What if I hold out 20 %”: what a launch would see, and what it takes to see the lift. */
export function HoldoutPart({ run, held, plan, onPlan }: HoldoutPartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { worlds, among, shown } = held;
  const contacts = plan.contacts ?? shown;
  const view = realHoldout(worlds, { contacts, share: plan.share }, among);
  return (
    <section className={styles.panel} aria-labelledby="lift-holdout">
      <h2 id="lift-holdout">{t('lift.holdout.title')}</h2>
      <p className={styles.note}>{t(`lift.holdout.note.${plan.of}`)}</p>
      <div className={styles.of}>
        <span>{t('lift.holdout.of')}</span>
        <SegmentedControl
          label={t('lift.holdout.of')}
          value={plan.of}
          onChange={(of) => onPlan({ ...plan, of, contacts: undefined })}
          options={HELD_OUT_OF.map((value) => ({ value, label: t(`lift.holdout.from.${value}`) }))}
        />
      </div>
      <div className={styles.boxes}>
        <Field label={t('lift.holdout.share')}>
          <PercentInput value={probability(plan.share)} onChange={(share) => onPlan({ ...plan, share })} />
        </Field>
        <Field label={t('lift.holdout.contacts')} help={t(`lift.holdout.contactsHelp.${plan.of}`)}>
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
          <HoldoutWords view={view} plan={{ contacts, share: plan.share }} run={run} held={held} />
        ) : (
          <p>{t('lift.holdout.small')}</p>
        )}
      </div>
    </section>
  );
}

const MOST_CONTACTS = 1e9;

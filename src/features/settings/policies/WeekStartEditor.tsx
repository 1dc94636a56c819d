import { useTranslation } from 'react-i18next';
import { WEEK_STARTS } from '../../../journey/economics.ts';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { put } from '../../../forms/optional.ts';
import { Section } from '../../../forms/Section.tsx';
import { keyOf, partsOf } from '../../../journey/policyParts.ts';
import type { PolicyEditorProps } from './policyEditor.ts';
import { PolicyNotes } from './PolicyNotes.tsx';
import styles from './policies.module.css';

/** On which day calendar weeks begin; Monday is left out of the document. */
export function WeekStartEditor({ policies, onChange, ...notes }: PolicyEditorProps) {
  const { t } = useTranslation();
  const { weekStart = 'monday' } = policies;
  const matters = partsOf(policies).some(({ key }) => key === keyOf.weekStart);
  return (
    <Section title={t('settings.week.title')} hint={t('settings.week.hint')}>
      <div className={styles.fields}>
        <ChoiceField
          label={t('settings.week.label')}
          value={weekStart}
          values={WEEK_STARTS}
          words={(day) => t(`settings.week.of.${day}`)}
          onChange={(day) => onChange(put(policies, 'weekStart', day === 'monday' ? undefined : day))}
        />
      </div>
      {matters && (
        <PolicyNotes
          {...notes}
          policyKey={keyOf.weekStart}
          sentence={t('settings.week.sentence', { day: t(`settings.week.of.${weekStart}`) })}
          isAbout={() => false}
        />
      )}
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { Target } from 'lucide-react';
import { Icon } from '../../../../ui/Icon.tsx';
import { freshId } from '../../../../journey/ids.ts';
import type { Goal } from '../../../../journey/journey.ts';
import { requiredText } from '../../../../ui/complaints.ts';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { RowList } from '../../../../forms/RowList.tsx';
import { Section } from '../../../../forms/Section.tsx';
import { GoalFields } from './GoalFields.tsx';
import type { SettingsPartProps } from './settingsPart.ts';
import styles from '../../../../forms/fields.module.css';

/** What counts as a conversion; the first goal is the primary one. */
export function GoalsFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const freshGoal = (): Goal => ({
    id: freshId(
      settings.goals.map((goal) => goal.id),
      'goal',
    ),
    name: t('inspectors.journey.newGoal', { number: settings.goals.length + 1 }),
    on: { kind: 'conversion' },
    value: { kind: 'event' },
    count: 'oncePerEntry',
    window: { minutes: settings.horizonMinutes, from: 'entry' },
  });
  return (
    <Section title={t('inspectors.journey.goals')} hint={t('inspectors.journey.goalsHint')}>
      <RowList
        rows={settings.goals}
        nameOf={(goal) => t('inspectors.journey.goal', { name: goal.name })}
        keepLast={t('inspectors.journey.lastGoal')}
        addLabel={t('inspectors.journey.addGoal')}
        fresh={freshGoal}
        onChange={(goals, field) => onChange({ ...settings, goals }, field && `goal.${field}`)}
        head={(goal, index, set) => (
          <div className={styles.stack}>
            {index === 0 && (
              <span className={styles.primary}>
                <Icon of={Target} size={14} />
                {t('inspectors.journey.primary')}
              </span>
            )}
            <CheckedInput
              label={t('inspectors.journey.goalName')}
              hideLabel
              value={goal.name}
              complain={requiredText(t)}
              onChange={(name) => set({ ...goal, name }, 'name')}
            />
          </div>
        )}
        body={(goal, index, set) => (
          <GoalFields goal={goal} path={`settings.goals.${index}`} onChange={set} />
        )}
      />
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { Switch } from '../../../ui/Switch.tsx';
import type { Journey } from '../../../journey/journey.ts';
import { MAX_PASSES } from '../../../journey/limits.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { requiredText } from '../../../ui/complaints.ts';
import { CheckedArea } from '../../../forms/CheckedArea.tsx';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { Fold, Section } from '../../../forms/Section.tsx';
import { EnteringFields } from './settings/EnteringFields.tsx';
import { ExitRulesFields } from './settings/ExitRulesFields.tsx';
import { GoalsFields } from './settings/GoalsFields.tsx';
import { put } from '../../../forms/optional.ts';
import { PoliciesInForce } from './settings/PoliciesInForce.tsx';
import type { SettingsPartProps } from './settings/settingsPart.ts';
import { TargetFields } from './settings/TargetFields.tsx';
import { TimeFields } from './settings/TimeFields.tsx';
import { useJourney } from './useSurroundings.ts';
import styles from '../../../forms/fields.module.css';

/** What holds for the whole journey; shown when no step is selected. */
export function JourneySettingsForm() {
  const journey = useJourney();
  return journey ? <SettingsForm key={journey.id} journey={journey} /> : null;
}

function SettingsForm({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const { name, brief, settings } = journey;
  const change: SettingsPartProps['onChange'] = (next, field) =>
    store
      .getState()
      .edit(
        { type: 'changeSettings', settings: next },
        field === undefined ? undefined : { merge: `settings.${field}` },
      );
  const part = { settings, onChange: change };
  return (
    <div className={styles.form}>
      <CheckedInput
        label={t('inspectors.journey.name')}
        value={name}
        complain={requiredText(t, t('inspectors.journey.nameMissing'))}
        onChange={(text) => store.getState().edit({ type: 'rename', name: text }, { merge: 'journey.name' })}
      />
      <CheckedArea
        label={t('inspectors.journey.brief')}
        help={t('inspectors.journey.briefHint')}
        rows={3}
        value={brief ?? ''}
        onChange={(text) =>
          store.getState().edit({ type: 'rename', name, brief: text }, { merge: 'journey.brief' })
        }
      />
      <GoalsFields {...part} />
      <TargetFields {...part} />
      <TimeFields {...part} />
      <EnteringFields {...part} />
      <ExitRulesFields {...part} />
      <PoliciesInForce journey={journey} />
      <AdvancedFields {...part} />
    </div>
  );
}

function AdvancedFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  return (
    <Fold title={t('inspectors.journey.advanced')}>
      <Field label={t('inspectors.journey.priority')} help={t('inspectors.journey.priorityHint')}>
        <NumberInput
          min={0}
          max={100}
          value={settings.priority}
          onChange={(priority) => onChange({ ...settings, priority }, 'priority')}
        />
      </Field>
      <Field label={t('inspectors.journey.maxPasses')} help={t('inspectors.journey.maxPassesHint')}>
        <NumberInput
          integer
          unit={t('inspectors.unit.times')}
          min={1}
          max={MAX_PASSES}
          value={settings.maxPasses}
          onChange={(maxPasses) => onChange({ ...settings, maxPasses }, 'maxPasses')}
        />
      </Field>
      <Section title={t('inspectors.journey.messages')}>
        <Switch
          label={t('inspectors.journey.transactional')}
          help={t('inspectors.journey.transactionalHint')}
          checked={settings.transactional ?? false}
          onChange={(on) => onChange(put(settings, 'transactional', on ? true : undefined))}
        />
      </Section>
      <Section title={t('inspectors.journey.people')}>
        <Switch
          label={t('inspectors.journey.heterogeneity')}
          help={t('inspectors.journey.heterogeneityHint')}
          checked={settings.heterogeneity === 'on'}
          onChange={(on) => onChange({ ...settings, heterogeneity: on ? 'on' : 'off' })}
        />
      </Section>
    </Fold>
  );
}

import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import type { ReEntry } from '../../../../journey/journey.ts';
import { days } from '../../../../journey/units.ts';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { DurationField } from '../../../../forms/DurationField.tsx';
import { Section } from '../../../../forms/Section.tsx';
import { put } from '../../../../forms/optional.ts';
import type { SettingsPartProps } from './settingsPart.ts';

const MODES = ['never', 'afterExit', 'cooldown'] as const satisfies readonly ReEntry['mode'][];
const STARTS = ['start', 'end'] as const;

/** How many may enter, and whether they may come back. */
export function EnteringFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const { reEntry } = settings;
  return (
    <Section title={t('inspectors.journey.entering')}>
      <Field label={t('inspectors.journey.cap')} help={t('inspectors.journey.capHint')}>
        <NumberInput
          integer
          unit={t('inspectors.unit.contacts')}
          min={1}
          max={1e9}
          value={settings.entryCap}
          onChange={(entryCap) => onChange({ ...settings, entryCap }, 'cap')}
          onEmpty={() => onChange(put(settings, 'entryCap', undefined), 'cap')}
        />
      </Field>
      <ChoiceField
        label={t('inspectors.journey.reEntry')}
        value={reEntry.mode}
        values={MODES}
        words={(mode) => t(`inspectors.journey.reEntryOf.${mode}`)}
        onChange={(mode) =>
          onChange({
            ...settings,
            reEntry: mode === 'cooldown' ? { mode, minutes: days(30), from: 'end' } : { mode },
          })
        }
      />
      {reEntry.mode === 'cooldown' && (
        <>
          <DurationField
            label={t('inspectors.journey.cooldown')}
            value={reEntry.minutes}
            onChange={(minutes) => onChange({ ...settings, reEntry: { ...reEntry, minutes } }, 'cooldown')}
          />
          <ChoiceField
            label={t('inspectors.journey.cooldownFrom')}
            value={reEntry.from}
            values={STARTS}
            words={(from) => t(`inspectors.journey.cooldownFromOf.${from}`)}
            onChange={(from) => onChange({ ...settings, reEntry: { ...reEntry, from } })}
          />
        </>
      )}
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { DurationField } from '../../../../forms/DurationField.tsx';
import { Section } from '../../../../forms/Section.tsx';
import { CurrencyField, ZoneField } from '../../../../forms/ZoneField.tsx';
import { toInstant, toLocal } from '../zonedTime.ts';
import type { SettingsPartProps } from './settingsPart.ts';

/** When it starts, how long it is simulated, on whose clock, in which money. */
export function TimeFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const { start, zone } = settings;
  /** Another zone keeps the clock time: nine o'clock stays nine o'clock. */
  const changeZone = (next: string) =>
    onChange({ ...settings, zone: next, start: toInstant(toLocal(start, zone), next) ?? start }, 'zone');
  return (
    <Section title={t('inspectors.journey.time')}>
      <CheckedInput
        type="datetime-local"
        label={t('inspectors.journey.start')}
        help={t('inspectors.journey.startHint', { zone })}
        value={toLocal(start, zone)}
        complain={(text) =>
          toInstant(text, zone) === undefined ? t('inspectors.date.invalidTime') : undefined
        }
        onChange={(text) => onChange({ ...settings, start: toInstant(text, zone) ?? start }, 'start')}
      />
      <DurationField
        label={t('inspectors.journey.horizon')}
        help={t('inspectors.journey.horizonHint')}
        min={1}
        value={settings.horizonMinutes}
        onChange={(horizonMinutes) => onChange({ ...settings, horizonMinutes }, 'horizon')}
      />
      <ZoneField help={t('inspectors.journey.zoneHint')} value={zone} onChange={changeZone} />
      <CurrencyField
        help={t('inspectors.journey.currencyHint')}
        value={settings.currency}
        onChange={(currency) => onChange({ ...settings, currency }, 'currency')}
      />
    </Section>
  );
}

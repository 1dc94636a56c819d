import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckedInput } from '../fields/CheckedInput.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { Section } from '../fields/Section.tsx';
import { isZone, knownZones, toInstant, toLocal } from '../zonedTime.ts';
import type { SettingsPartProps } from './settingsPart.ts';

const CURRENCY = /^[A-Za-z]{3}$/;

/** When it starts, how long it is simulated, on whose clock, in which money. */
export function TimeFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const zones = useId();
  const currencies = useId();
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
      <CheckedInput
        list={zones}
        label={t('inspectors.journey.zone')}
        help={t('inspectors.journey.zoneHint')}
        value={zone}
        complain={(text) =>
          isZone(text.trim())
            ? undefined
            : t('inspectors.journey.zoneUnknown', { zone: text.trim().slice(0, 40) })
        }
        onChange={(text) => changeZone(text.trim())}
      />
      <datalist id={zones}>
        {knownZones().map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <CheckedInput
        list={currencies}
        label={t('inspectors.journey.currency')}
        help={t('inspectors.journey.currencyHint')}
        value={settings.currency}
        complain={(text) =>
          CURRENCY.test(text.trim()) ? undefined : t('inspectors.journey.currencyUnknown')
        }
        onChange={(text) => onChange({ ...settings, currency: text.trim().toUpperCase() }, 'currency')}
      />
      <datalist id={currencies}>
        {Intl.supportedValuesOf('currency').map((code) => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </Section>
  );
}

import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/Field.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import { TARGET_METRICS, type Target } from '../../../../journey/journey.ts';
import { CheckedInput } from '../../../../forms/CheckedInput.tsx';
import { ChoiceField } from '../../../../forms/ChoiceField.tsx';
import { Section } from '../../../../forms/Section.tsx';
import { put } from '../../../../forms/optional.ts';
import { isDay, toLocal } from '../zonedTime.ts';
import type { SettingsPartProps } from './settingsPart.ts';
import styles from '../../../../forms/fields.module.css';

const FIRST_TARGET: Target = { metric: 'conversions', atLeast: 500 };
const HIGHEST = 1e12;
const MINUTE_MILLISECONDS = 60_000;

/** What is to be reached, by when. */
export function TargetFields({ settings, onChange }: SettingsPartProps) {
  const { t } = useTranslation();
  const { target, currency } = settings;
  const set = (next: Target | undefined, field?: string) => onChange(put(settings, 'target', next), field);
  const doubt = useDateDoubt(settings);
  return (
    <Section title={t('inspectors.journey.target')}>
      <Switch
        label={t('inspectors.journey.hasTarget')}
        help={t('inspectors.journey.targetHint')}
        checked={target !== undefined}
        onChange={(on) => set(on ? FIRST_TARGET : undefined)}
      />
      {target && (
        <>
          <div className={styles.pair}>
            <ChoiceField
              label={t('inspectors.journey.metric')}
              value={target.metric}
              values={TARGET_METRICS}
              words={(metric) => t(`inspectors.journey.metricOf.${metric}`)}
              onChange={(metric) => set({ ...target, metric })}
            />
            <Field label={t('inspectors.journey.atLeast')}>
              <NumberInput
                min={0}
                max={HIGHEST}
                integer={target.metric === 'conversions'}
                {...(target.metric === 'conversions' ? {} : { unit: currency })}
                value={target.atLeast}
                onChange={(atLeast) => set({ ...target, atLeast }, 'target.atLeast')}
              />
            </Field>
          </div>
          <CheckedInput
            type="date"
            label={t('inspectors.journey.by')}
            help={t('inspectors.journey.byHint')}
            value={target.by ?? ''}
            complain={(text) => (text === '' || isDay(text) ? undefined : t('inspectors.date.invalid'))}
            doubt={doubt}
            onChange={(by) => set(put(target, 'by', by === '' ? undefined : by), 'target.by')}
          />
        </>
      )}
    </Section>
  );
}

/** What is wrong with the day, beside the simulated time: its first and last day on the journey's clock. */
function useDateDoubt({
  target,
  start,
  zone,
  horizonMinutes,
}: SettingsPartProps['settings']): string | undefined {
  const { t } = useTranslation();
  const by = target?.by;
  const begins = Date.parse(start);
  if (by === undefined || !Number.isFinite(begins)) return undefined;
  if (by < toLocal(start, zone).slice(0, 10)) return t('inspectors.journey.byTooEarly');
  const ends = toLocal(new Date(begins + horizonMinutes * MINUTE_MILLISECONDS).toISOString(), zone);
  const end = ends.slice(0, 10);
  return end !== '' && by > end ? t('inspectors.journey.byTooLate', { end }) : undefined;
}

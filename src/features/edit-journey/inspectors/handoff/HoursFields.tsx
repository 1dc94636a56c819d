import { useTranslation } from 'react-i18next';
import { Switch } from '../../../../ui/Switch.tsx';
import type { WorkingHours } from '../../../../journey/steps/handoff.ts';
import { WEEKDAYS } from '../../../../journey/steps/wait.ts';
import { ClockField } from '../../../../forms/ClockField.tsx';
import { useJourney } from '../useSurroundings.ts';
import styles from '../../../../forms/fields.module.css';

interface HoursFieldsProps {
  readonly hours: WorkingHours | undefined;
  readonly onChange: (hours: WorkingHours | undefined, field?: string) => void;
}

const OFFICE: WorkingHours = { weekdays: [0, 1, 2, 3, 4], from: '09:00', until: '17:00' };

/** When people take contacts; off: around the clock. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const { t } = useTranslation();
  const zone = useJourney()?.settings.zone ?? 'UTC';
  return (
    <>
      <Switch
        label={t('inspectors.handoff.hours')}
        help={t('inspectors.handoff.hoursHint')}
        checked={hours !== undefined}
        onChange={(on) => onChange(on ? OFFICE : undefined)}
      />
      {hours && (
        <div className={styles.indent}>
          <div className={styles.stack}>
            <Weekdays chosen={hours.weekdays} onChange={(weekdays) => onChange({ ...hours, weekdays })} />
            <div className={styles.pair}>
              <ClockField
                label={t('inspectors.handoff.from')}
                value={hours.from}
                onChange={(from) => onChange({ ...hours, from }, 'from')}
              />
              <ClockField
                label={t('inspectors.handoff.until')}
                endOfDay
                value={hours.until}
                onChange={(until) => onChange({ ...hours, until }, 'until')}
              />
            </div>
            <p className={styles.hint}>{t('inspectors.entry.atZone', { zone })}</p>
          </div>
        </div>
      )}
    </>
  );
}

interface WeekdaysProps {
  /** Monday 0 … Sunday 6. */
  readonly chosen: readonly number[];
  readonly onChange: (chosen: readonly number[]) => void;
}

function Weekdays({ chosen, onChange }: WeekdaysProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.weekdays}>
      <legend className="visually-hidden">{t('inspectors.handoff.weekdays')}</legend>
      {WEEKDAYS.map((name, day) => (
        <label key={name} className={styles.weekday}>
          <input
            type="checkbox"
            className="visually-hidden"
            aria-label={t(`words.weekday.${name}`)}
            checked={chosen.includes(day)}
            onChange={(event) =>
              onChange(
                WEEKDAYS.flatMap((_, one) =>
                  (one === day ? event.target.checked : chosen.includes(one)) ? [one] : [],
                ),
              )
            }
          />
          <span aria-hidden="true">{t(`words.weekdayShort.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

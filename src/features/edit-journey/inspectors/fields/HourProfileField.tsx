import { useTranslation } from 'react-i18next';
import { Button } from '../../../../ui/Button.tsx';
import { NumberInput } from '../../../../ui/NumberInput.tsx';
import { Switch } from '../../../../ui/Switch.tsx';
import { ACTIVITY_BY_HOUR } from '../../../../compile/response/commonBenchmarks.ts';
import styles from '../../../../forms/fields.module.css';

interface HourProfileFieldProps {
  /** 24 weights by local hour; undefined: even. */
  readonly value: readonly number[] | undefined;
  readonly onChange: (profile: readonly number[] | undefined, field?: string) => void;
}

const HIGHEST_WEIGHT = 1e6;

/** How events spread over the day: 24 numbers of which only the proportions count. */
export function HourProfileField({ value, onChange }: HourProfileFieldProps) {
  const { t } = useTranslation();
  const allZero = value?.every((weight) => weight === 0);
  return (
    <div className={styles.stack}>
      <Switch
        label={t('inspectors.entry.hours')}
        help={t('inspectors.entry.hoursHint')}
        checked={value !== undefined}
        onChange={(on) => onChange(on ? ACTIVITY_BY_HOUR : undefined)}
      />
      {value && (
        <>
          <div className={styles.hours}>
            {value.map((weight, hour) => (
              <div key={hour} className={styles.hour}>
                <span aria-hidden="true">{hour}</span>
                <NumberInput
                  aria-label={t('inspectors.entry.hour', { hour })}
                  min={0}
                  max={HIGHEST_WEIGHT}
                  value={weight}
                  onChange={(next) => onChange(value.toSpliced(hour, 1, next), `hour${hour}`)}
                />
              </div>
            ))}
          </div>
          {allZero && <p className={styles.bad}>{t('inspectors.entry.hoursAllZero')}</p>}
          <div>
            <Button small onClick={() => onChange(ACTIVITY_BY_HOUR)}>
              {t('inspectors.entry.likeActivity')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { MOST_ORDER } from '../../../analytics/attribution/markov/states.ts';
import type { Decay } from '../../../analytics/attribution/heuristics.ts';
import { CREDITED } from '../../../analytics/attribution/pathsOfTouches.ts';
import { TOUCH_LEVELS } from '../../../analytics/touchPaths.ts';
import { Field } from '../../../ui/Field.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Choice } from './choice.ts';
import styles from './attribution.module.css';

const LOOK_BACKS = [1, 3, 7, 14, 30, 60, 90] as const;
const HALF_LIVES = [1, 3, 7, 14, 30] as const;
const MEASURES = ['conversions', 'value'] as const;
const ALL = 'all';
const BY_POSITION = 'position';

interface AttributionControlsProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What is credited, what counts as a touch, and how the rules weigh. */
export function AttributionControls({ choice, onChange }: AttributionControlsProps) {
  const { t } = useTranslation();
  const change = (part: Partial<Choice>) => onChange({ ...choice, ...part });
  return (
    <div role="group" aria-label={t('attribution.controls')} className={styles.controls}>
      <SegmentedControl
        label={t('attribution.credited.label')}
        value={choice.credited}
        options={CREDITED.map((value) => ({ value, label: t(`attribution.credited.${value}`) }))}
        onChange={(credited) => change({ credited })}
      />
      <SegmentedControl
        label={t('attribution.measure.label')}
        value={choice.measure}
        options={MEASURES.map((value) => ({ value, label: t(`attribution.measure.${value}`) }))}
        onChange={(measure) => change({ measure })}
      />
      <div className={styles.field}>
        <Field label={t('attribution.level.label')}>
          <Select
            value={choice.level}
            title={t('attribution.level.help')}
            options={TOUCH_LEVELS.map((value) => ({ value, label: t(`attribution.level.${value}`) }))}
            onChange={(level) => change({ level })}
          />
        </Field>
      </div>
      <Rules choice={choice} change={change} />
    </div>
  );
}

interface RulesProps {
  readonly choice: Choice;
  readonly change: (part: Partial<Choice>) => void;
}

function Rules({ choice, change }: RulesProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.field}>
        <Field label={t('attribution.lookBack.label')}>
          <Select
            value={String(choice.lookBackDays ?? ALL)}
            options={[
              { value: ALL, label: t('attribution.lookBack.all') },
              ...LOOK_BACKS.map((count) => ({
                value: String(count),
                label: t('attribution.lookBack.days', { count }),
              })),
            ]}
            onChange={(value) => change({ lookBackDays: value === ALL ? undefined : Number(value) })}
          />
        </Field>
      </div>
      <div className={styles.field}>
        <Field label={t('attribution.decay.label')}>
          <Select
            value={decayKey(choice.decay)}
            options={[
              ...HALF_LIVES.map((count) => ({
                value: String(count),
                label: t('attribution.decay.days', { count }),
              })),
              { value: BY_POSITION, label: t('attribution.decay.position') },
            ]}
            onChange={(value) => change({ decay: decayOf(value) })}
          />
        </Field>
      </div>
      <div className={styles.field}>
        <Field label={t('attribution.order.label')}>
          <Select
            value={String(choice.order)}
            options={Array.from({ length: MOST_ORDER }, (_, at) => ({
              value: String(at + 1),
              label: t('attribution.order.touches', { count: at + 1 }),
            }))}
            onChange={(value) => change({ order: Number(value) })}
          />
        </Field>
      </div>
    </>
  );
}

function decayKey(decay: Decay): string {
  return decay.by === 'time' ? String(decay.halfLifeDays) : BY_POSITION;
}

function decayOf(value: string): Decay {
  return value === BY_POSITION
    ? { by: 'position', lastOverFirst: 3 }
    : { by: 'time', halfLifeDays: Number(value) };
}

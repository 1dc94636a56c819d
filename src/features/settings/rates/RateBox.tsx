import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { readOpens } from '../../../compile/response/rates.ts';
import { probability, type Probability } from '../../../journey/units.ts';
import { benchmarkOf, type BoxName } from './boxes.ts';
import { SourceBadge } from './SourceBadge.tsx';
import styles from './rates.module.css';

interface RateBoxProps {
  readonly name: BoxName;
  readonly value: Probability | undefined;
  readonly onChange: (value: Probability | undefined) => void;
}

/** One of the marketer's own rates; empty, the benchmark that it shows. */
export function RateBox({ name, value, onChange }: RateBoxProps) {
  const { t } = useTranslation();
  const { rate } = useFormat();
  const label = t(`calibrate.box.${name}`);
  const benchmark = benchmarkOf(name);
  const { low, high, reference } = benchmark;
  const ranged = low !== undefined && high !== undefined;
  return (
    <div className={styles.box}>
      <Field
        label={label}
        aside={
          <>
            {' '}
            <SourceBadge source={value === undefined ? 'benchmark' : 'yours'} />
          </>
        }
        help={
          <>
            {t(`calibrate.base.${name}`)}
            <br />
            {ranged
              ? t('calibrate.range', { value: rate(benchmark.value), low: rate(low), high: rate(high) })
              : t('calibrate.noRange', { value: rate(benchmark.value) })}
            {' · '}
            {t(name === 'opened' ? 'calibrate.sourceOpened' : 'calibrate.source', { reference })}
            {name === 'opened' && value !== undefined && (
              <>
                <br />
                <PeopleAmongOpens reported={value} />
              </>
            )}
          </>
        }
      >
        <span className={styles.input}>
          <NumberInput
            unit="%"
            min={0}
            max={100}
            placeholder={rate(benchmark.value).replace(/\s?%/, '')}
            value={value === undefined ? undefined : Number((value * 100).toPrecision(12))}
            onChange={(percent) => onChange(probability(percent / 100))}
            onEmpty={() => onChange(undefined)}
          />
          {value !== undefined && (
            <IconButton
              icon={RotateCcw}
              label={t('calibrate.clearOne', { label })}
              onClick={() => onChange(undefined)}
            />
          )}
        </span>
      </Field>
    </div>
  );
}

function PeopleAmongOpens({ reported }: { readonly reported: Probability }) {
  const { t } = useTranslation();
  const { rate } = useFormat();
  const { people, machines } = readOpens(reported);
  return t('calibrate.people', { share: rate(people), machines: rate(machines) });
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/DataTable.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import { CHANNEL_BENCHMARKS } from '../../compile/response/benchmarks.ts';
import { ratesOf, type Rate } from '../../compile/response/rates.ts';
import { BENCHMARKS_ONLY, type Calibration } from '../../journey/calibration.ts';
import { CHANNELS, type Channel } from '../../journey/channels.ts';
import { BOXES, type BoxName } from './boxes.ts';
import { SourceBadge } from './SourceBadge.tsx';
import styles from './calibrate.module.css';

const OCCASIONS = ['campaign', 'triggered'] as const;
type Occasion = (typeof OCCASIONS)[number];

/** Channels that people answer: the others have no rates to move. */
const ANSWERED = CHANNELS.filter((channel) => CHANNEL_BENCHMARKS[channel].clicked.value > 0);

interface Row {
  readonly channel: Channel;
  readonly now: Readonly<Record<BoxName, Rate>>;
  readonly benchmark: Readonly<Record<BoxName, Rate>>;
}

/** What every channel answers with under this calibration, and where each figure comes from. */
export function EffectTable({ calibration }: { readonly calibration: Calibration }) {
  const { t } = useTranslation();
  const [occasion, setOccasion] = useState<Occasion>('campaign');
  const rows = ANSWERED.map((channel): Row => ({
    channel,
    now: ratesOf({ channel, occasion }, calibration),
    benchmark: ratesOf({ channel, occasion }, BENCHMARKS_ONLY),
  }));
  return (
    <section className={styles.effect} aria-labelledby="calibration-effect">
      <div>
        <h3 id="calibration-effect">{t('calibrate.effect')}</h3>
        <p className={styles.soft}>{t('calibrate.effectHint')}</p>
      </div>
      <SegmentedControl
        label={t('calibrate.occasion.label')}
        value={occasion}
        options={OCCASIONS.map((value) => ({ value, label: t(`calibrate.occasion.${value}`) }))}
        onChange={setOccasion}
      />
      <DataTable
        caption={t('calibrate.effect')}
        hideCaption
        rows={rows}
        rowKey={(row) => row.channel}
        columns={[
          {
            key: 'channel',
            header: t('calibrate.channel'),
            cell: (row) => t(`words.channel.${row.channel}`),
          },
          ...BOXES.map((name) => ({
            key: name,
            header: t(`calibrate.${name}`),
            align: 'end' as const,
            cell: (row: Row) => <Figure rate={row.now[name]} benchmark={row.benchmark[name]} />,
          })),
        ]}
      />
    </section>
  );
}

function Figure({ rate, benchmark }: { readonly rate: Rate; readonly benchmark: Rate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const applies = benchmark.value > 0 && benchmark.value < 1;
  if (!applies) return <span className={styles.soft}>{t('calibrate.doesNotApply')}</span>;
  return (
    <span className={styles.figure} title={rate.reference}>
      <span>
        {format.rate(rate.value)} <SourceBadge source={rate.source} />
      </span>
      {rate.source !== 'benchmark' && (
        <span className={styles.soft}>{t('calibrate.was', { value: format.rate(benchmark.value) })}</span>
      )}
    </span>
  );
}

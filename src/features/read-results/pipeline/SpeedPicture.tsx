import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { winsBySpeed, type SpeedBand } from '../../../analytics/dashboard/pipeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { figureColumns } from '../bandColumns.ts';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';

/** Who is called sooner is won more often. */
export function SpeedPicture({ run, detail }: { readonly run: ShownRun; readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const bands = useMemo(() => winsBySpeed(detail), [detail]);
  const time = (minutes: number) => format.duration(minutes);
  const name = ({ from, below }: SpeedBand) =>
    from === 0
      ? t('pipeline.speed.within', { below: time(below) })
      : below === Infinity
        ? t('pipeline.speed.after', { from: time(from) })
        : t('pipeline.speed.between', { from: time(from), below: time(below) });
  const [first, last] = [bands[0], bands.at(-1)];
  const title =
    first && last && first !== last
      ? t('pipeline.speed.title', {
          fast: format.rate(first.won.value),
          soon: name(first),
          slow: format.rate(last.won.value),
          late: name(last),
        })
      : first
        ? t('pipeline.speed.one', { band: name(first), rate: format.rate(first.won.value) })
        : t('pipeline.speed.none');
  const rate = t('pipeline.speed.rate');
  return (
    <ChartFrame
      title={title}
      note={t('pipeline.speed.note')}
      about={about}
      fileName="speed-to-lead"
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'band', header: t('pipeline.speed.wait') },
          {
            key: 'accepted',
            header: t('pipeline.stage.accepted'),
            align: 'end',
            print: (value) => format.number(Math.round(value)),
          },
          ...figureColumns(rate, format.rate, t),
        ],
        rows: bands.map((band) => ({ band: name(band), accepted: band.accepted, ...band.won })),
      }}
    >
      <Bars
        label={title}
        bars={bands.map((band) => ({
          key: String(band.from),
          label: name(band),
          amount: band.won,
          value: format.rate(band.won.value),
          note: t('pipeline.speed.of', { accepted: format.number(Math.round(band.accepted)) }),
          lines: [formatInterval(band.won, format.rate)],
        }))}
        empty={t('pipeline.speed.none')}
      />
    </ChartFrame>
  );
}

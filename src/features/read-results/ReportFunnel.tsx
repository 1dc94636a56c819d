import { useTranslation } from 'react-i18next';
import { Bars } from '../../charts/Bars.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import { bandCells, figureColumns } from './bandColumns.ts';
import { useAboutRun } from './aboutRun.ts';
import { funnelParts, largestLoss } from './funnelParts.ts';
import type { ShownRun } from './shownRun.ts';
import { useFunnelBars } from './useFunnelBars.ts';

/** How far contacts get, titled by where most are lost. */
export function ReportFunnel({ run }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const bars = useFunnelBars(run.report);
  const title = useTitle(run);
  const people = t('readResults.flow.people');
  const print = (value: number) => format.number(value);
  return (
    <ChartFrame
      title={title}
      note={t('readResults.funnel.note')}
      about={about}
      fileName="funnel"
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'stage', header: t('readResults.funnel.stage') },
          ...figureColumns(people, print, t),
        ],
        rows: bars.map(({ label, amount }) => ({ stage: label, ...bandCells(amount) })),
      }}
    >
      <Bars label={title} bars={bars} />
    </ChartFrame>
  );
}

function useTitle({ report }: ShownRun): string {
  const { t } = useTranslation();
  const format = useFormat();
  const people = (wanted: string) => report.funnel.find(({ stage }) => stage === wanted)?.people.value ?? 0;
  if (people('entered') === 0) return t('readResults.funnel.nobody');
  const share = format.rate(people('converters') / people('contacts'));
  const worst = largestLoss(funnelParts(report));
  if (!worst) return t('readResults.funnel.title', { share });
  return t('readResults.funnel.lost', {
    share,
    from: t(`words.stage.${worst.from}`),
    to: t(`words.stage.${worst.to}`),
  });
}

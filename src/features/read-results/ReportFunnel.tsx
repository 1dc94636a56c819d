import { useTranslation } from 'react-i18next';
import type { Report } from '../../analytics/report.ts';
import { Bars } from '../../charts/Bars.tsx';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { formatInterval } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { bandCells, figureColumns } from './bandColumns.ts';
import { useAboutRun } from './aboutRun.ts';
import type { ShownRun } from './shownRun.ts';

/** How far contacts get, titled by where most are lost. */
export function ReportFunnel({ run }: { readonly run: ShownRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const { funnel } = run.report;
  const whole = funnel[0]?.people.value ?? 0;
  const share = (part: number, of: number) => format.rate(of === 0 ? 0 : part / of);
  const print = (value: number) => format.number(value);
  const bars = funnel.map(({ stage, people }, at) => {
    const before = funnel[at - 1]?.people.value;
    const note = t('readResults.funnel.ofContacts', { share: share(people.value, whole) });
    return {
      key: stage,
      label: t(`words.stage.${stage}`),
      amount: people,
      value: print(people.value),
      note,
      lines: [
        formatInterval(people, print),
        note,
        ...(before === undefined
          ? []
          : [t('readResults.funnel.ofBefore', { share: share(people.value, before) })]),
      ],
    };
  });
  const converted = share(funnel.at(-1)?.people.value ?? 0, whole);
  const worst = largestLoss(run.report);
  const title =
    (funnel[1]?.people.value ?? 0) === 0
      ? t('readResults.funnel.nobody')
      : worst
        ? t('readResults.funnel.lost', {
            share: converted,
            from: t(`words.stage.${worst.from}`),
            to: t(`words.stage.${worst.to}`),
          })
        : t('readResults.funnel.title', { share: converted });
  const people = t('readResults.flow.people');
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

/** The pair of stages between which most people are lost. */
function largestLoss({ funnel }: Report) {
  const losses = funnel.slice(1).flatMap(({ stage, people }, at) => {
    const before = funnel[at];
    return before ? [{ from: before.stage, to: stage, lost: before.people.value - people.value }] : [];
  });
  const [worst] = losses.toSorted((a, b) => b.lost - a.lost);
  return worst && worst.lost > 0 ? worst : undefined;
}

import type { TableOfChart } from '../../../charts/ChartTable.tsx';
import { signed, type Figures } from '../numbers/figures.ts';
import { parameterName, printValue } from '../numbers/parameterWords.ts';
import { isNow, valuesAt, type SweepResult } from './runSweep.ts';
import type { SweepReading } from './sweepFinding.ts';

/** Every point beside what it is now, to be read and to be taken along. */
export function sweepTable(result: SweepResult, reading: SweepReading, figures: Figures): TableOfChart {
  const { t } = figures;
  const { asked } = result;
  const { metric, points } = reading;
  const name = t(`words.metric.${metric}`);
  const print = (value: number) => signed(metric, value, figures);
  const rows = points.map((point, place) => ({
    ...Object.fromEntries(valuesAt(asked, place).map((value, at) => [`value${at}`, value])),
    by: point?.by.value,
    low: point?.by.low,
    high: point?.by.high,
    mark: markOf(result, reading, place, figures),
  }));
  return {
    caption: t('compareRuns.sweep.caption', { figure: name }),
    columns: [
      ...asked.axes.map(({ of }, at) => ({
        key: `value${at}`,
        header: parameterName(of, asked.design, figures),
        print: (value: number) => printValue(of, value, figures),
      })),
      { key: 'by', header: t('compareRuns.sweep.difference', { figure: name }), align: 'end', print },
      { key: 'low', header: t('compareRuns.sweep.low'), align: 'end', print },
      { key: 'high', header: t('compareRuns.sweep.high'), align: 'end', print },
      { key: 'mark', header: t('compareRuns.sweep.mark') },
    ],
    rows,
  };
}

function markOf(
  { asked }: SweepResult,
  { points, best }: SweepReading,
  place: number,
  { t }: Figures,
): string {
  return [
    ...(isNow(asked, place) ? [t('compareRuns.sweep.now')] : []),
    ...(best?.place === place ? [t('compareRuns.sweep.best')] : []),
    ...(points[place] ? [] : [t('compareRuns.sweep.cannotRun')]),
  ].join(', ');
}

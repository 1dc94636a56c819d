import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Curve } from '../../../charts/Curve.tsx';
import { HeatGrid } from '../../../charts/HeatGrid.tsx';
import type { Sweepable } from '../../../compile/sweep/sweepable.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../journey/units.ts';
import { figure, signed, signedBand, type Figures } from '../numbers/figures.ts';
import { parameterName, printValue } from '../numbers/parameterWords.ts';
import { isNow, type SweepResult, type SweptAxis } from './runSweep.ts';
import { sweepTable } from './sweepTable.ts';
import type { SweepReading } from './sweepFinding.ts';
import { sweepDoubts, sweepVerdict } from './sweepWords.ts';

interface SweepPictureProps {
  readonly result: SweepResult;
  readonly reading: SweepReading;
  /** What the figures rest on. */
  readonly about: string;
  readonly pending: boolean;
  readonly figures: Figures;
}

/** What was found, and every point: along one number as a curve with its band, along two as a grid. */
export function SweepPicture(props: SweepPictureProps) {
  const { result, reading, about, pending, figures } = props;
  const [first, second] = result.asked.axes;
  const { design } = result.asked;
  const axes =
    second &&
    figures.t('compareRuns.sweep.axes', {
      down: parameterName(first.of, design, figures),
      across: parameterName(second.of, design, figures),
    });
  const note = [sweepDoubts(result, reading, figures), axes, about].filter(Boolean).join(' ');
  return (
    <ChartFrame
      title={sweepVerdict(result, reading, figures)}
      note={note}
      fileName="sweep"
      table={sweepTable(result, reading, figures)}
      pending={pending}
    >
      {second ? (
        <SweepGrid {...props} first={first} second={second} />
      ) : (
        <SweepCurve {...props} axis={first} />
      )}
    </ChartFrame>
  );
}

function SweepCurve({
  result,
  reading: { metric, points, best },
  figures,
  axis: { of, values },
}: SweepPictureProps & { readonly axis: SweptAxis }) {
  const { t } = figures;
  const across = parameterName(of, result.asked.design, figures);
  const bestAt = best && values[best.place];
  const size = sizeOf(of, Math.max(...values));
  const isApart = bestAt !== undefined && bestAt !== of.value;
  return (
    <Curve
      label={t('compareRuns.sweep.picture', { figure: t(`words.metric.${metric}`), name: across })}
      across={across}
      points={points.flatMap((point, at) => {
        const x = values[at];
        return point && x !== undefined ? [{ x: x / size, amount: point.by }] : [];
      })}
      marks={[
        {
          x: of.value / size,
          label: t(isApart || !best ? 'compareRuns.sweep.nowAt' : 'compareRuns.sweep.bestNow', {
            value: printValue(of, of.value, figures),
          }),
        },
        ...(isApart
          ? [
              {
                x: bestAt / size,
                label: t('compareRuns.sweep.bestAt', { value: printValue(of, bestAt, figures) }),
                look: 'good' as const,
              },
            ]
          : []),
      ]}
      printX={(x) => printValue(of, x * size, figures)}
      printTick={(value) => signed(metric, value, figures)}
      print={(by) =>
        t('compareRuns.sweep.read', {
          by: signed(metric, by.value, figures),
          band: signedBand(metric, by, figures),
        })
      }
      empty={t('compareRuns.sweep.verdict.noneRan')}
    />
  );
}

/** Minutes in a step of the axis, so that its ticks are whole hours or days; 1 of all other units. */
function sizeOf({ unit }: Sweepable, most: number): number {
  if (unit !== 'minutes') return 1;
  return most >= 2 * MINUTES_PER_DAY ? MINUTES_PER_DAY : most >= 2 * MINUTES_PER_HOUR ? MINUTES_PER_HOUR : 1;
}

interface SweepGridProps extends SweepPictureProps {
  readonly first: SweptAxis;
  readonly second: SweptAxis;
}

/** Of two numbers the figure itself: the palest is the least there is. */
function SweepGrid({ result, reading: { metric, best }, figures, first, second }: SweepGridProps) {
  const { t } = figures;
  const { asked, reports } = result;
  const wide = second.values.length;
  const down = parameterName(first.of, asked.design, figures);
  const across = parameterName(second.of, asked.design, figures);
  const labels = ({ of, values }: SweptAxis) =>
    values.map((value) => ({ key: String(value), label: printValue(of, value, figures) }));
  const placed = (place: number) => ({ row: Math.floor(place / wide), column: place % wide });
  const nowAt = reports.findIndex((_, place) => isNow(asked, place));
  return (
    <HeatGrid
      label={t('compareRuns.sweep.picture', {
        figure: t(`words.metric.${metric}`),
        name: figures.format.list([down, across]),
      })}
      down={down}
      across={across}
      rows={labels(first)}
      columns={labels(second)}
      values={first.values.map((_, row) =>
        second.values.map((_none, column) => reports[row * wide + column]?.totals[metric].value),
      )}
      from="least"
      print={(value) => figure(metric, value, figures)}
      marks={[
        ...(nowAt >= 0
          ? [{ ...placed(nowAt), look: 'now' as const, label: t('compareRuns.sweep.now') }]
          : []),
        ...(best
          ? [{ ...placed(best.place), look: 'best' as const, label: t('compareRuns.sweep.best') }]
          : []),
      ]}
      empty={t('compareRuns.sweep.verdict.noneRan')}
    />
  );
}

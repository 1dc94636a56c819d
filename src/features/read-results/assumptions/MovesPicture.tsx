import { useTranslation } from 'react-i18next';
import type { PairedMetric } from '../../../analytics/report.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Tornado } from '../../../charts/Tornado.tsx';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { isGiven } from '../../../compile/response/rates.ts';
import { spanOf } from '../../../compile/response/spanOf.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { assumptionName } from '../../../legend/assumptionName.ts';
import { printAssumption } from '../../../legend/printAssumption.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { sizeOf } from '../../../state/swings.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { figureWords } from '../figureWords.ts';
import type { RunSwings } from './useRunSwings.ts';
import styles from './assumptions.module.css';

interface MovesPictureProps {
  readonly metric: PairedMetric;
  readonly request: SimulationRequest;
  readonly assumptions: readonly Assumption[];
  readonly tried: RunSwings;
}

/** More rows say no more. */
const SHOWN = 12;

/** Which assumptions move the figure, the one that moves it most first. */
export function MovesPicture({ metric, request, assumptions, tried }: MovesPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { journey } = request;
  const { currency } = journey.settings;
  const wording = { t, format, currency };
  const { signed } = figureWords(metric, currency, format);
  const asked = assumptions.filter((one) => {
    const { low, high } = spanOf(one);
    return one.moves.includes(metric) && low !== high;
  });
  const known = asked.filter(({ id }) => tried.swings[id]).length;
  const lines = movers(metric, asked, tried).map(({ assumption, low, high }) => {
    const span = spanOf(assumption);
    const end = (change: number, value: number) => ({
      change,
      words: t('assumptions.moves.end', {
        change: signed(change),
        value: printAssumption(value, assumption.unit, wording),
      }),
    });
    return {
      key: assumption.id,
      label: assumptionName(assumption, journey, wording),
      low: end(low, span.low),
      high: end(high, span.high),
      badge: {
        words: t(`calibrate.badge.${assumption.source}`),
        look: isGiven(assumption.source) ? ('own' as const) : ('plain' as const),
      },
      span,
    };
  });
  const of = t(`words.metric.${metric}`).toLowerCase();
  const [first] = lines;
  const title = tried.working
    ? t('assumptions.moves.working', { metric: of, known, all: asked.length })
    : first
      ? t('assumptions.moves.title', {
          name: first.label,
          metric: of,
          low: signed(Math.min(first.low.change, first.high.change)),
          high: signed(Math.max(first.low.change, first.high.change)),
        })
      : t('assumptions.moves.none', { metric: of });
  return (
    <section className={styles.picture} aria-busy={tried.working}>
      <ChartFrame
        title={title}
        note={t('assumptions.moves.note')}
        fileName="what-moves"
        // Figures that may change are dimmed; a sentence that says so is to be read.
        pending={tried.working && lines.length > 0}
        table={{
          caption: t('assumptions.moves.caption'),
          columns: [
            { key: 'name', header: t('assumptions.moves.assumption') },
            { key: 'low', header: t('assumptions.moves.atLow'), align: 'end' },
            { key: 'atLow', header: t('assumptions.moves.changeAtLow'), align: 'end', print: signed },
            { key: 'high', header: t('assumptions.moves.atHigh'), align: 'end' },
            { key: 'atHigh', header: t('assumptions.moves.changeAtHigh'), align: 'end', print: signed },
          ],
          rows: lines.map(({ label, low, high, span }) => ({
            name: label,
            low: span.low,
            atLow: low.change,
            high: span.high,
            atHigh: high.change,
          })),
        }}
      >
        <Tornado
          label={title}
          rows={lines.slice(0, SHOWN)}
          lowLabel={t('assumptions.moves.lowEnd')}
          highLabel={t('assumptions.moves.highEnd')}
          empty={t(tried.working ? 'assumptions.moves.trying' : 'assumptions.moves.empty')}
        />
      </ChartFrame>
      {tried.working && <ProgressBar label={title} share={asked.length === 0 ? 0 : known / asked.length} />}
    </section>
  );
}

interface Mover {
  readonly assumption: Assumption;
  /** What the figure changes by at either end. */
  readonly low: number;
  readonly high: number;
}

/** Those that move the figure by more than luck does, the strongest first. */
export function movers(
  metric: PairedMetric,
  assumptions: readonly Assumption[],
  { swings }: Pick<RunSwings, 'swings'>,
): readonly Mover[] {
  return assumptions
    .flatMap((assumption) => {
      const { low, high } = swings[assumption.id] ?? {};
      const [atLow, atHigh] = [low?.[metric], high?.[metric]];
      if (!atLow || !atHigh || !(atLow.certain || atHigh.certain)) return [];
      return [{ assumption, low: atLow.by.value, high: atHigh.by.value }];
    })
    .toSorted(
      (a, b) => (sizeOf(b.assumption, metric, swings) ?? 0) - (sizeOf(a.assumption, metric, swings) ?? 0),
    );
}

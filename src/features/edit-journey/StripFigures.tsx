import { useTranslation } from 'react-i18next';
import type { Differences } from '../../analytics/comparePaired.ts';
import type { Estimate } from '../../analytics/intervals.ts';
import { PAIRED_METRICS, type PairedMetric, type Report } from '../../analytics/report.ts';
import { formatBand } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Journey } from '../../journey/journey.ts';
import { Headline } from '../../ui/Headline.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { GhostFigure } from './ghost/GhostFigure.tsx';
import { ghostWords } from './ghost/ghostWords.ts';
import { isOrganic } from './isOrganic.ts';
import styles from './ForecastStrip.module.css';

interface StripFiguresProps {
  readonly report: Report;
  readonly journey: Journey;
  readonly pending: boolean;
  /** What the last change did; then it stands where the intervals are. */
  readonly differences: Differences | undefined;
}

export function StripFigures({ report, journey, pending, differences }: StripFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { totals, target } = report;
  const { currency } = journey.settings;
  const organic = isOrganic(journey) && totals.conversions.value > 0 ? <Organic /> : undefined;
  const count = (value: number) => format.number(value);
  const money = (value: number) => format.money(Math.round(value), currency);
  const printOf = (metric: PairedMetric) =>
    metric === 'conversions' || metric === 'unsubscribed' ? count : money;
  const figure = (metric: PairedMetric) => {
    const estimate = totals[metric];
    const print = printOf(metric);
    const band = formatBand(estimate, print);
    const ghost = differences && ghostWords(metric, differences[metric], { t, format, print });
    const question = ghost
      ? `${ghost.question} ${t('editJourney.ghost.now', { band })}`
      : t('editJourney.strip.interval', { band });
    return (
      <Headline
        key={metric}
        label={t(`words.metric.${metric}`)}
        aside={metric === 'conversions' || metric === 'revenue' ? organic : undefined}
        value={print(estimate.value)}
        band={ghost ? <GhostFigure words={ghost} /> : isExact(estimate) ? undefined : band}
        question={question}
        loss={metric === 'profit' && estimate.value < 0}
        pending={pending}
      />
    );
  };
  const said = (metric: PairedMetric) =>
    differences &&
    t('editJourney.ghost.metric', {
      metric: t(`words.metric.${metric}`),
      words: ghostWords(metric, differences[metric], { t, format, print: printOf(metric) }).whole,
    });
  const print = target?.metric === 'conversions' ? count : money;
  return (
    <div className={styles.figures}>
      {PAIRED_METRICS.map(figure)}
      {target && (
        <Headline
          label={t('editJourney.strip.target')}
          value={t('editJourney.strip.chance', { chance: format.chance(target.chance) })}
          band={t('editJourney.strip.targetOf', {
            expected: print(target.expected.value),
            target: print(target.atLeast),
          })}
          pending={pending}
        />
      )}
      <span role="status" className="visually-hidden">
        {!pending &&
          t('editJourney.strip.ready', {
            conversions: count(totals.conversions.value),
            profit: money(totals.profit.value),
          })}
        {!pending && differences && ` ${said('conversions')} ${said('profit')}`}
      </span>
    </div>
  );
}

/** Beside a figure that the journey did nothing for. */
function Organic() {
  const { t } = useTranslation();
  return (
    <Tooltip words={t('editJourney.strip.organicWhy')} side="above">
      <span className={styles.organic} tabIndex={0}>
        {t('editJourney.strip.organic')}
      </span>
    </Tooltip>
  );
}

function isExact({ low, high }: Estimate): boolean {
  return low === high;
}

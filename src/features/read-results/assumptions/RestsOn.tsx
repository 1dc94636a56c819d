import { useTranslation } from 'react-i18next';
import type { PairedMetric, Report } from '../../../analytics/report.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { figureWords } from '../figureWords.ts';
import type { ShownRun } from '../shownRun.ts';
import styles from './assumptions.module.css';

interface RestsOnProps {
  readonly run: ShownRun;
  /** What the pictures simulate. */
  readonly request: SimulationRequest;
  readonly metric: PairedMetric;
  /** With every assumption as it is; undefined: not known yet. */
  readonly base: Report | undefined;
}

/** On how many contacts the pictures rest and, where these are not all of the run’s, what the figure is among them. */
export function RestsOn({ run, request, metric, base }: RestsOnProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { print } = figureWords(metric, request.journey.settings.currency, format);
  const { report } = run;
  const isSample = request.contacts < run.request.contacts;
  const shown = report.scaledTo ?? report.contacts;
  const contacts = format.number(request.contacts);
  return (
    <p className={styles.soft}>
      {isSample
        ? t('assumptions.rests.sample', { contacts, all: format.number(run.request.contacts) })
        : shown === request.contacts
          ? t('assumptions.rests.whole', { count: request.contacts, contacts })
          : t('assumptions.rests.scaled', { contacts, shown: format.number(shown) })}
      {isSample &&
        base &&
        ` ${t('assumptions.rests.centre', {
          metric: t(`words.metric.${metric}`),
          here: print(base.totals[metric].value),
          there: print(report.totals[metric].value),
        })}`}
    </p>
  );
}

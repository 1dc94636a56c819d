import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import type { ShownRun } from './shownRun.ts';

/** What the figures rest on, in one line. */
export function useRests({ request, report, audienceName }: ShownRun): string {
  const { t } = useTranslation();
  const format = useFormat();
  const own = Object.keys(request.calibration).length > 0;
  return t('readResults.rests', {
    contacts: format.number(report.contacts),
    audience: audienceName || t('words.sampleAudience'),
    seed: report.seed,
    rates: t(own ? 'readResults.ownRates' : 'readResults.benchmarks'),
  });
}

/** The same with the journey's name: goes along with every picture that is taken away. */
export function useAboutRun(run: ShownRun): string {
  const { t } = useTranslation();
  return t('readResults.restsOf', { journey: run.request.journey.name, rests: useRests(run) });
}

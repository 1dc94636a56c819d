import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import type { ShownRun } from './shownRun.ts';

/** What the figures rest on, in one line: goes along with every picture that is taken away. */
export function useAboutRun({ request, report, audienceName }: ShownRun): string {
  const { t } = useTranslation();
  const format = useFormat();
  const own = Object.keys(request.calibration).length > 0;
  return t('readResults.rests', {
    journey: request.journey.name,
    contacts: format.number(report.contacts),
    audience: audienceName || t('words.sampleAudience'),
    seed: report.seed,
    rates: t(own ? 'readResults.ownRates' : 'readResults.benchmarks'),
  });
}

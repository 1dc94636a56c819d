import { useTranslation } from 'react-i18next';
import type { Report } from '../../analytics/report.ts';
import type { Bar } from '../../charts/barsLayout.ts';
import { formatInterval } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { funnelParts } from './funnelParts.ts';

/** How far contacts get, a bar for each stage; those who convert, by whatever way, on a line of their own colour below. */
export function useFunnelBars(report: Pick<Report, 'funnel' | 'messages'>): readonly Bar[] {
  const { t } = useTranslation();
  const format = useFormat();
  const whole = report.funnel[0]?.people.value ?? 0;
  const share = (part: number, of: number) => format.rate(of === 0 ? 0 : part / of);
  const print = (value: number) => format.number(Math.round(value));
  return funnelParts(report).map(({ stage, people, of }) => {
    const isApart = stage === 'converters';
    const note = t('readResults.funnel.ofContacts', { share: share(people.value, whole) });
    const part =
      of && of.stage !== 'contacts'
        ? t('readResults.funnel.ofStage', {
            share: share(people.value, of.people.value),
            stage: t(`words.stage.${of.stage}`),
          })
        : undefined;
    return {
      key: stage,
      label: isApart ? t('readResults.funnel.converted') : t(`words.stage.${stage}`),
      amount: people,
      value: print(people.value),
      note,
      lines: [formatInterval(people, print), note, ...(part === undefined ? [] : [part])],
      ...(isApart && { series: 1 }),
    };
  });
}

import { useTranslation } from 'react-i18next';
import type { Report } from '../../analytics/report.ts';
import { Funnel } from '../../charts/Funnel.tsx';
import { formatInterval } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';

/** How far contacts get, titled by where most are lost. */
export function ReportFunnel({ report, pending }: { readonly report: Report; readonly pending: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { funnel } = report;
  const whole = funnel[0]?.people.value ?? 0;
  const share = (part: number, of: number) => format.rate(of === 0 ? 0 : part / of);
  const bars = funnel.map(({ stage, people }, at) => {
    const before = funnel[at - 1]?.people.value;
    const ofContacts = t('readResults.funnel.ofContacts', { share: share(people.value, whole) });
    const ofBefore =
      before === undefined ? '' : t('readResults.funnel.ofBefore', { share: share(people.value, before) });
    return {
      key: stage,
      label: t(`words.stage.${stage}`),
      people,
      value: format.number(people.value),
      note: ofContacts,
      full: [formatInterval(people, (value) => format.number(value)), ofContacts, ofBefore]
        .filter(Boolean)
        .join('\n'),
    };
  });
  const converted = share(funnel.at(-1)?.people.value ?? 0, whole);
  const worst = largestLoss(report);
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
  return <Funnel title={title} bars={bars} pending={pending} />;
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

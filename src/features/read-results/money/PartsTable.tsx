import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Calculator } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { DataTable, MOST_ROWS } from '../../../ui/DataTable.tsx';
import { inCanvasOrder } from '../canvasOrder.ts';
import { Needs } from '../Needs.tsx';
import type { SectionProps } from '../section.ts';
import { useLacking } from '../useLacking.ts';
import { partsOf, verdictOn, type Part } from './parts.ts';
import { usePartColumns } from './usePartColumns.tsx';
import { useAdded } from './useAdded.ts';
import { useFigureWords } from './useFigureWords.ts';
import { usePartNames } from './usePartNames.ts';
import { WhatIfState } from './WhatIfState.tsx';
import { countedIn, termsOf } from './withoutJourney.ts';
import styles from './money.module.css';

/** Channels and messages side by side: which part of the campaign pays for itself. */
export function PartsTable({ run }: SectionProps) {
  const { t } = useTranslation();
  const { request, report, detail } = run;
  const { journey } = request;
  const { margin } = termsOf(request);
  const parts = useMemo(() => detail && partsOf({ report, detail }, margin), [report, detail, margin]);
  const lacking = useLacking(run);
  const added = useAdded(run, parts);
  const words = useFigureWords(journey.settings.currency, countedIn(request));
  const names = usePartNames(journey);
  const columnsFor = usePartColumns({
    words,
    names,
    profitOf: added.profitOf,
    currency: journey.settings.currency,
  });
  const title = useTitle(parts?.channels ?? [], names.channel);
  if (report.messages.length === 0) return <p className={styles.soft}>{t('money.parts.nobody')}</p>;
  if (!parts && lacking) return <Needs lacking={lacking} />;
  if (!parts)
    return (
      <p role="status" className={styles.coming}>
        {t('money.parts.coming')}
      </p>
    );
  return (
    <section className={styles.group} aria-labelledby="money-parts">
      <h2 id="money-parts">{title}</h2>
      <p className={styles.note}>{t('money.parts.addsHelp')}</p>
      {added.answer ? (
        <WhatIfState {...added} />
      ) : (
        <div>
          <Button icon={Calculator} disabled={run.pending} onClick={added.ask}>
            {t('money.parts.work')}
          </Button>
        </div>
      )}
      <DataTable
        caption={t('money.parts.byChannel')}
        fileName="money-by-channel"
        columns={columnsFor('channel')}
        rows={parts.channels}
        rowKey={({ key }) => key}
      />
      <DataTable
        caption={t('money.parts.byMessage')}
        fileName="money-by-message"
        columns={columnsFor('message')}
        rows={inCanvasOrder(parts.messages, journey, ({ step }) => step ?? '')}
        most={MOST_ROWS}
        rowKey={({ key }) => key}
      />
    </section>
  );
}

/** What was found. */
function useTitle(channels: readonly Part[], nameOf: (part: Part) => string): string {
  const { t, i18n } = useTranslation();
  const paying = channels.filter(({ roi }) => verdictOn(roi) === 'pays');
  const losing = channels.filter(({ roi }) => verdictOn(roi) === 'loses');
  const list = (some: readonly Part[]) =>
    new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(some.map(nameOf));
  if (channels.every(({ cost }) => cost === 0)) return t('money.parts.free');
  if (paying.length === channels.length) return t('money.parts.allPay', { count: channels.length });
  if (paying.length === 0) return t('money.parts.none');
  if (losing.length === 0) return t('money.parts.some', { count: paying.length, pay: list(paying) });
  return t('money.parts.someNot', { count: paying.length, pay: list(paying), not: list(losing) });
}

import '../../../i18n/awayWords.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAIRED_METRICS, type PairedMetric } from '../../../analytics/report.ts';
import { assumptionsOf } from '../../../compile/response/assumptions.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Needs } from '../Needs.tsx';
import type { SectionProps } from '../section.ts';
import { useLacking } from '../useLacking.ts';
import { whatIf } from '../shownRun.ts';
import { BreakEvens } from './BreakEvens.tsx';
import { Ledger } from './Ledger.tsx';
import { LuckPicture } from './LuckPicture.tsx';
import { MovesPicture } from './MovesPicture.tsx';
import { RestsOn } from './RestsOn.tsx';
import { useRunSchema } from '../useRunSchema.ts';
import { useRunSwings } from './useRunSwings.ts';
import styles from './assumptions.module.css';

/** Without the run’s contacts nothing can be tried; the numbers themselves are known all the same. */
export function AssumptionsSection({ run }: SectionProps) {
  const lacking = useLacking(run);
  const { request } = run;
  const assumptions = useMemo(() => assumptionsOf(request, undefined), [request]);
  if (lacking?.kind !== 'list') return <TriedAssumptions run={run} />;
  return (
    <div className={styles.section}>
      <Needs lacking={lacking} />
      <Ledger request={request} assumptions={assumptions} />
    </div>
  );
}

/** What the results rest on: what each number moves, where profit turns, luck and not knowing, and all of the numbers. */
function TriedAssumptions({ run }: SectionProps) {
  const { t } = useTranslation();
  const [metric, setMetric] = useState<PairedMetric>('profit');
  const { request: asked } = run;
  const request = useMemo(() => whatIf(run), [run]);
  const schema = useRunSchema(asked.audience);
  const assumptions = useMemo(() => assumptionsOf(request, schema), [request, schema]);
  const tried = useRunSwings(request, schema);
  const isBlocked = !tried.working && !tried.base && tried.error === undefined;
  return (
    <div className={styles.section}>
      <div className={styles.head}>
        <p className={styles.soft}>{t('assumptions.intro')}</p>
        <div className={styles.choice}>
          <SegmentedControl
            label={t('assumptions.metric')}
            value={metric}
            onChange={setMetric}
            options={PAIRED_METRICS.map((value) => ({ value, label: t(`words.metric.${value}`) }))}
          />
        </div>
      </div>
      {tried.error !== undefined && (
        <p role="alert" className={styles.bad}>
          {t('assumptions.failed', { words: tried.error })}
        </p>
      )}
      {isBlocked ? (
        <p role="status" className={styles.soft}>
          {t('assumptions.blocked')}
        </p>
      ) : (
        <>
          <RestsOn run={run} request={request} metric={metric} base={tried.base} />
          <MovesPicture metric={metric} request={request} assumptions={assumptions} tried={tried} />
          <LuckPicture metric={metric} request={request} assumptions={assumptions} tried={tried} />
          <BreakEvens request={request} assumptions={assumptions} tried={tried} />
        </>
      )}
      <Ledger request={asked} assumptions={assumptions} />
    </div>
  );
}

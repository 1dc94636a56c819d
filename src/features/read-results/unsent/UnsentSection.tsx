import '../../../i18n/unsentWords.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MailX } from 'lucide-react';
import {
  byReason,
  dueMessages,
  matching,
  unsentLines,
  type UnsentFilter,
} from '../../../analytics/dashboard/unsent.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Needs } from '../Needs.tsx';
import type { SectionProps } from '../section.ts';
import { useLacking } from '../useLacking.ts';
import { DayPicture } from './DayPicture.tsx';
import { FixedReasons } from './FixedReasons.tsx';
import { Filters } from './Filters.tsx';
import { ReasonPicture } from './ReasonPicture.tsx';
import { RuleCosts } from './RuleCosts.tsx';
import { UnsentTable } from './UnsentTable.tsx';
import { useUnsentEstimate } from './useUnsentEstimate.ts';
import styles from './unsent.module.css';

/** Of a grid of days, in pixels: so much room is kept until it is known. */
const FRAME = 180;
const ROW = 36;

/** Every message that was due and not sent, why, when, and what each rule that stops messages costs. */
export function UnsentSection({ run }: SectionProps) {
  const lines = unsentLines(run.report);
  const { t } = useTranslation();
  const lacking = useLacking(run);
  const [filter, setFilter] = useState<UnsentFilter>({});
  const shown = matching(lines, filter);
  if (lines.length === 0)
    return (
      <>
        <NoUnsent run={run} hasDue={dueMessages(run.report) > 0} />
        {lacking?.kind !== 'list' && <RuleCosts run={run} lines={lines} />}
      </>
    );
  return (
    <>
      <Filters run={run} lines={lines} filter={filter} onChange={setFilter} />
      <ReasonPicture run={run} lines={lines} shown={shown} filter={filter} />
      {lacking && !run.detail ? (
        <Needs lacking={lacking} />
      ) : (
        <div style={{ minBlockSize: FRAME + ROW * byReason(lines).length }}>
          {run.detail ? (
            <DayPicture run={run} detail={run.detail} filter={filter} />
          ) : (
            <p role="status" className={styles.soft}>
              {t(run.pending ? 'readResults.detailWaits' : 'readResults.detailComing')}
            </p>
          )}
        </div>
      )}
      <UnsentTable run={run} lines={shown} />
      {lacking?.kind !== 'list' && <RuleCosts run={run} lines={lines} />}
      <FixedReasons run={run} lines={lines} />
    </>
  );
}

function NoUnsent({ run, hasDue }: SectionProps & { readonly hasDue: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const estimate = useUnsentEstimate(run)({});
  const name = hasDue ? 'none' : 'noMessages';
  return (
    <EmptyState
      icon={MailX}
      title={t(`unsent.${name}.title`)}
      action={<a href={hasDue ? '#/settings/policies' : '#/'}>{t(`unsent.${name}.action`)}</a>}
    >
      {t(`unsent.${name}.help`)}{' '}
      {hasDue && estimate && t('unsent.none.most', { most: format.number(Math.round(estimate.high)) })}
    </EmptyState>
  );
}

import { useTranslation } from 'react-i18next';
import type { UnsentLine } from '../../../analytics/dashboard/unsent.ts';
import type { ShownRun } from '../shownRun.ts';
import { CostPicture } from './CostPicture.tsx';
import { RuleLine } from './RuleLine.tsx';
import { useNaming } from './useNaming.ts';
import { useRuleCosts, type RuleCosts as Costs } from './useRuleCosts.ts';
import styles from './unsent.module.css';

/** What would be different without each rule that keeps messages back. */
export function RuleCosts({ run, lines }: { readonly run: ShownRun; readonly lines: readonly UnsentLine[] }) {
  const { t } = useTranslation();
  const { format } = useNaming(run);
  const costs = useRuleCosts(run);
  return (
    <section className={styles.costs} aria-busy={costs.kind === 'working'}>
      <h2 className={styles.heading}>{t('unsent.costs.title')}</h2>
      {costs.kind === 'known' ? (
        <>
          <p className={styles.soft}>
            {t('unsent.costs.intro', { contacts: format.number(costs.contacts) })}
          </p>
          {costs.rules.some(({ cost }) => cost && !cost.same) && (
            <CostPicture run={run} rules={costs.rules} />
          )}
          <ul className={styles.rules}>
            {costs.rules.map((rule) => (
              <RuleLine key={rule.key} run={run} rule={rule} lines={lines} />
            ))}
          </ul>
        </>
      ) : (
        <p role="status" className={styles.soft} data-tall={costs.kind !== 'none' || undefined}>
          <Waiting costs={costs} />
        </p>
      )}
    </section>
  );
}

function Waiting({ costs }: { readonly costs: Exclude<Costs, { kind: 'known' }> }) {
  const { t } = useTranslation();
  switch (costs.kind) {
    case 'none':
      return t('unsent.costs.none');
    case 'waits':
      return t('unsent.costs.waits');
    case 'working':
      return t('unsent.costs.working', { done: costs.done, all: costs.all });
    case 'failed':
      return t('unsent.costs.failed', { words: costs.words });
  }
}

import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { costOf } from '../../../../compile/response/costs.ts';
import { Section } from '../../../../forms/Section.tsx';
import { useFormat } from '../../../../i18n/useFormat.ts';
import type { Journey } from '../../../../journey/journey.ts';
import { plannedSends } from '../../../../journey/problems/plannedSends.ts';
import { useWorkspace } from '../../../../state/useWorkspace.ts';
import styles from '../../../../forms/fields.module.css';

/** What of the workspace's settings holds for this journey, in a line, and the way there. */
export function PoliciesInForce({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation();
  return (
    <Section title={t('inspectors.inForce.title')}>
      <p className={styles.summary}>
        {useSummary(journey)} <Link href="/settings/policies">{t('inspectors.inForce.open')}</Link>
      </p>
    </Section>
  );
}

function useSummary(journey: Journey): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { caps, quietHours, budgets, rateLimits, economics } = useWorkspace(({ policies }) => policies);
  // Of the channel that the journey begins with: what a marketer looks for first.
  const [first] = plannedSends(journey);
  const cost = first && costOf({ channel: first.channel }, economics).value;
  const parts = [
    ...(caps.length > 0 ? [t('inspectors.inForce.caps', { count: caps.length })] : []),
    ...(quietHours
      ? [t('inspectors.inForce.quiet', { from: quietHours.from, until: quietHours.until })]
      : []),
    ...(budgets.length > 0 ? [t('inspectors.inForce.budgets', { count: budgets.length })] : []),
    ...(rateLimits.length > 0 ? [t('inspectors.inForce.rateLimits', { count: rateLimits.length })] : []),
  ];
  const all = [
    ...(parts.length > 0 ? parts : [t('inspectors.inForce.none')]),
    ...(first && cost !== undefined
      ? [
          t('inspectors.inForce.cost', {
            channel: t(`words.channel.${first.channel}`),
            cost: `${format.number(cost, 6)} ${journey.settings.currency}`,
          }),
        ]
      : []),
  ];
  return `${all.join(', ')}.`;
}

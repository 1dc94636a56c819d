import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Section } from '../../../forms/Section.tsx';
import { useWorkspace, useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { BudgetsEditor } from './BudgetsEditor.tsx';
import { CapsEditor } from './CapsEditor.tsx';
import { findPolicyDoubts } from './policyDoubts.ts';
import { QuietHoursEditor } from './QuietHoursEditor.tsx';
import { RateLimitsEditor } from './RateLimitsEditor.tsx';
import { usePolicies } from './usePolicies.ts';
import { usePolicyEffects } from './usePolicyEffects.ts';
import { WeekStartEditor } from './WeekStartEditor.tsx';
import formStyles from '../../../forms/fields.module.css';
import styles from './policies.module.css';

const EDITORS = [
  ['caps', CapsEditor],
  ['quietHours', QuietHoursEditor],
  ['budgets', BudgetsEditor],
  ['rateLimits', RateLimitsEditor],
  ['weekStart', WeekStartEditor],
] as const;

/** Rules that all journeys keep, each with its meaning and its effect. The ids are what `#/settings/NAME` leads to. */
export function PoliciesSection() {
  const [policies, onChange] = usePolicies();
  const effects = usePolicyEffects();
  const doubts = useMemo(() => findPolicyDoubts(policies), [policies]);
  return (
    <div className={formStyles.form}>
      {EDITORS.map(([name, Editor]) => (
        <div key={name} id={`settings-${name}`} tabIndex={-1} className={styles.editor}>
          <Editor policies={policies} onChange={onChange} doubts={doubts} effects={effects} />
        </div>
      ))}
      <AlwaysOn />
      <Conflicts />
    </div>
  );
}

function AlwaysOn() {
  const { t } = useTranslation();
  return (
    <div className={styles.editor}>
      <Section title={t('settings.always.title')}>
        <ul className={styles.facts}>
          <li>{t('settings.always.consent')}</li>
          <li>{t('settings.always.preference')}</li>
          <li>{t('settings.always.transactional')}</li>
        </ul>
      </Section>
    </div>
  );
}

function Conflicts() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const journey = useWorkspace((workspace) => workspace.journey);
  return (
    <div className={styles.editor}>
      <Section title={t('settings.conflict.title')} hint={t('settings.conflict.words')}>
        {journey && (
          <p className={styles.sentence}>
            {t('settings.conflict.priority', { journey: journey.name, priority: journey.settings.priority })}{' '}
            {/* The journey's own form shows when no step is selected. */}
            <Link href="/" onClick={() => store.getState().select([])}>
              {t('settings.conflict.change')}
            </Link>
          </p>
        )}
      </Section>
    </div>
  );
}

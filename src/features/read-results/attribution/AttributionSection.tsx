import '../../../i18n/attributionWords.ts';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Coins, TriangleAlert } from 'lucide-react';
import { MODELS } from '../../../analytics/attribution/attribute.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import type { SectionProps } from '../section.ts';
import type { ShownRun } from '../shownRun.ts';
import { AccountPart } from './AccountPart.tsx';
import { AttributionControls } from './AttributionControls.tsx';
import { CausalPanel } from './CausalPanel.tsx';
import { FIRST_CHOICE, requestOf, type Choice } from './choice.ts';
import { Credited } from './Credited.tsx';
import { useAccounts, type Accounts } from './useAccounts.ts';
import { useAttribution, type AttributionState } from './useAttribution.ts';
import { WhoseTouches } from './WhoseTouches.tsx';
import styles from './attribution.module.css';

/** Who is credited with conversions, beside what would have happened anyway. */
export function AttributionSection({ run }: SectionProps) {
  const [choice, setChoice] = useState(FIRST_CHOICE);
  const { t } = useTranslation();
  const accounts = useAccounts(run);
  if (run.detail?.sends.length === 0)
    return (
      <EmptyState icon={Coins} title={t('attribution.empty.noSends')}>
        {t('attribution.empty.noSendsHelp')}
      </EmptyState>
    );
  return (
    <div className={styles.section}>
      <AttributionControls choice={choice} onChange={setChoice} />
      <WhoseTouches accounts={accounts} />
      <Answer run={run} choice={choice} accounts={accounts} />
      {run.detail && <CausalPanel run={run} detail={run.detail} measure={choice.measure} />}
      <Models />
    </div>
  );
}

interface AnswerProps {
  readonly run: ShownRun;
  readonly choice: Choice;
  readonly accounts: Accounts;
}

/** While the run by account is under way, credit to buyers stays in its place, dimmed. */
function Answer({ run, choice, accounts }: AnswerProps) {
  const { credited, level, lookBackDays, decay, order } = choice;
  const request = useMemo(
    () => requestOf({ credited, level, lookBackDays, decay, order }),
    [credited, level, lookBackDays, decay, order],
  );
  const { seed } = run.request;
  const ofBuyers = useAttribution(run.detail, seed, request);
  const byAccount = accounts.whose === 'account';
  const detail = byAccount && accounts.state.kind === 'known' ? accounts.state.detail : undefined;
  const ofAccounts = useAttribution(detail, seed, request);
  const awaited = byAccount && ofAccounts.kind !== 'known';
  const state = byAccount && ofAccounts.kind !== 'working' ? ofAccounts : ofBuyers;
  const pending = run.pending || awaited || (state.kind === 'known' && state.request !== request);
  const figures = ofAccounts.kind === 'known' ? ofAccounts.attribution.accounts : undefined;
  return (
    <>
      {byAccount && <AccountPart accounts={accounts} figures={figures} pending={pending} />}
      <Credits run={run} choice={choice} state={state} pending={pending} />
    </>
  );
}

interface CreditsProps {
  readonly run: ShownRun;
  readonly choice: Choice;
  readonly state: AttributionState;
  readonly pending: boolean;
}

function Credits({ run, choice, state, pending }: CreditsProps) {
  const { t } = useTranslation();
  if (state.kind === 'failed')
    return (
      <p role="alert" className={styles.problem}>
        <Icon of={TriangleAlert} />
        {t('attribution.creditFailed', { words: state.words })}
      </p>
    );
  if (!run.detail || state.kind === 'working' || state.request.reading.credited !== choice.credited)
    // An answer about channels says nothing of steps; other settings are told from the answer before until theirs is there.
    return (
      <div role="status" className={styles.coming}>
        {t('attribution.coming')}
      </div>
    );
  if (state.attribution.total.conversions === 0)
    return (
      <EmptyState icon={Coins} title={t('attribution.empty.nobody')}>
        {t('attribution.empty.nobodyHelp')}
      </EmptyState>
    );
  return (
    <Credited
      run={run}
      detail={run.detail}
      attribution={state.attribution}
      choice={choice}
      pending={pending}
    />
  );
}

function Models() {
  const { t } = useTranslation();
  return (
    <details className={styles.about}>
      <summary>{t('attribution.about.title')}</summary>
      <ul>
        {MODELS.map((model) => (
          <li key={model}>{t(`attribution.about.${model}`)}</li>
        ))}
      </ul>
    </details>
  );
}

import { useTranslation } from 'react-i18next';
import type { AccountFigures } from '../../../analytics/attribution/accountFigures.ts';
import { scale, type Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Button } from '../../../ui/Button.tsx';
import { Headline } from '../../../ui/Headline.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import type { Accounts } from './useAccounts.ts';
import styles from './attribution.module.css';
import page from '../ReadResultsView.module.css';

interface AccountPartProps {
  readonly accounts: Accounts;
  /** Undefined while they are on their way. */
  readonly figures: AccountFigures | undefined;
  readonly pending: boolean;
}

/** What is told of accounts beside credit. Figures keep their place while they are on their way. */
export function AccountPart({ accounts, figures, pending }: AccountPartProps) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('attribution.account.title')} className={styles.credited}>
      <AccountLine accounts={accounts} />
      <AccountCards figures={figures && asCounted(figures, accounts)} pending={pending} />
      <p className={styles.help}>{t('attribution.account.help')}</p>
    </section>
  );
}

/** Of an audience that was cut nearly every account may be there, with fewer contacts: accounts do not grow with the contacts. */
function asCounted(figures: AccountFigures, { state, rows }: Accounts): AccountFigures {
  if (state.kind !== 'known' || state.contacts >= rows) return figures;
  return { ...figures, converted: scale(figures.converted, 1 / state.detail.factor) };
}

function AccountLine({ accounts: { state, rows, again, setWhose } }: Pick<AccountPartProps, 'accounts'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state.kind === 'known') {
    const [contacts, of] = [format.number(state.contacts), format.number(rows)];
    return (
      <p className={styles.line} role="status">
        {t(state.contacts < rows ? 'attribution.account.cut' : 'attribution.account.from', { contacts, of })}
      </p>
    );
  }
  if (state.kind === 'failed')
    return (
      <div className={styles.line}>
        <span role="alert">{t('attribution.account.failed', { words: state.words })}</span>
        <Button small onClick={again}>
          {t('attribution.again')}
        </Button>
      </div>
    );
  const { share, secondsLeft } = state.progress;
  return (
    <div className={styles.line}>
      <span role="status">{t('attribution.account.working')}</span>
      <ProgressBar label={t('attribution.account.working')} share={share} />
      {secondsLeft !== undefined && (
        <span className={styles.soft}>{t('attribution.timeLeft', { time: format.wait(secondsLeft) })}</span>
      )}
      <Button small onClick={() => setWhose('buyer')}>
        {t('attribution.cancel')}
      </Button>
    </div>
  );
}

const NAMES = ['converted', 'touched', 'onOthers'] as const;

function AccountCards({ figures, pending }: Pick<AccountPartProps, 'figures' | 'pending'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const print: Record<(typeof NAMES)[number], (value: number) => string> = {
    converted: (value) => format.number(Math.round(value)),
    touched: (value) => format.number(value, 2),
    onOthers: format.rate,
  };
  const band = (estimate: Estimate | undefined, as: (value: number) => string) =>
    estimate && as(estimate.low) !== as(estimate.high) ? formatBand(estimate, as) : '\u00a0';
  return (
    <div className={styles.cards}>
      {NAMES.map((name) => (
        <div key={name} className={page.card}>
          <Headline
            label={t(`attribution.account.card.${name}`)}
            value={figures?.[name] ? print[name](figures[name].value) : t('attribution.none')}
            band={band(figures?.[name], print[name])}
            question={t(`attribution.account.means.${name}`)}
            pending={pending}
          />
        </div>
      ))}
    </div>
  );
}

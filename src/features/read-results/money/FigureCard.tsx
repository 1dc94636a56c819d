import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../analytics/finance/figure.ts';
import { classes } from '../../../ui/classes.ts';
import { Tooltip } from '../../../ui/Tooltip.tsx';
import type { AssumedMoney } from './assumptions.ts';
import type { FigureWords } from './useFigureWords.ts';
import styles from './money.module.css';

interface FigureCardProps {
  readonly figure: Figure;
  readonly words: FigureWords;
  readonly assumptions: readonly AssumedMoney[];
  /** An older figure while a new one is on its way. */
  readonly pending: boolean;
}

/** One figure of money: what it is, its interval, what it rests on, and on hover and focus how it was worked out. */
export function FigureCard({ figure, words, assumptions, pending }: FigureCardProps) {
  const { t } = useTranslation();
  const { name, value } = figure;
  return (
    <div
      role="group"
      aria-label={words.name(name)}
      className={classes(styles.card, pending && styles.pending)}
    >
      <div className={styles.label}>
        {words.name(name)} <span className={styles.short}>{words.short(name)}</span>
      </div>
      <Tooltip words={words.formula(figure)} className={styles.anchor}>
        <span className={classes(styles.value, isLoss(figure) && styles.loss)} tabIndex={0}>
          {value.kind === 'known'
            ? words.print(value.estimate.value, figure.unit)
            : value.bound === undefined
              ? t('money.undefined')
              : t('money.atLeast', { bound: words.print(value.bound, figure.unit) })}
        </span>
      </Tooltip>
      <p className={styles.band}>
        {value.kind === 'known' ? <Band figure={figure} words={words} /> : words.why(value.why)}
      </p>
      <p className={styles.sources}>
        {assumptions.map(({ what, source }) => (
          <AssumptionLink key={what} what={what} source={source} />
        ))}
      </p>
    </div>
  );
}

function Band({ figure, words }: Pick<FigureCardProps, 'figure' | 'words'>) {
  const { t } = useTranslation();
  if (figure.value.kind === 'undefined') return null;
  const { estimate } = figure.value;
  return estimate.low === estimate.high ? t('money.exactly') : words.band(estimate, figure.unit);
}

/** Leads to where it can be told. */
function AssumptionLink({ what, source }: AssumedMoney) {
  const { t } = useTranslation();
  const label = t(`money.assumption.${what}.${source}`);
  if (what === 'months')
    return (
      <span data-source={source} className={styles.badge}>
        {label}
      </span>
    );
  return (
    <a
      href={what === 'costs' ? '#/settings/channels' : '#/settings/money'}
      data-source={source}
      className={styles.badge}
    >
      {label}
    </a>
  );
}

function isLoss({ value, unit }: Figure): boolean {
  return value.kind === 'known' && value.estimate.value < 0 && (unit === 'money' || unit === 'share');
}

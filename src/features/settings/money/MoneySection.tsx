import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RotateCcw } from 'lucide-react';
import type { Economics } from '../../../journey/economics.ts';
import type { Money } from '../../../journey/units.ts';
import { AmountField } from '../../../forms/AmountField.tsx';
import { put } from '../../../forms/optional.ts';
import { PercentInput } from '../../../forms/PercentInput.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { withEconomics } from '../economicsOf.ts';
import { usePolicies } from '../policies/usePolicies.ts';
import { useCurrency } from '../useCurrency.ts';
import { useMoneyExamples } from './useMoneyExamples.ts';
import styles from './money.module.css';

const AMOUNTS = ['lifetimeValue', 'fixedCost', 'agentHour'] as const;
type MoneyName = 'grossMargin' | (typeof AMOUNTS)[number];

/** What sales and work are worth; an empty box is its default. */
export function MoneySection() {
  const { t } = useTranslation();
  const [policies, onChange] = usePolicies();
  const currency = useCurrency();
  const examples = useMoneyExamples();
  const { economics = {} } = policies;
  const set = <K extends keyof Economics>(name: K, value: Economics[K] | undefined) =>
    onChange(withEconomics(policies, put(economics, name, value)), `economics.${name}`);
  const helpOf = (name: MoneyName) => <Help name={name} example={examples[name]} />;
  return (
    <div className={styles.boxes}>
      <Box
        name="grossMargin"
        isOwn={economics.grossMargin !== undefined}
        onReset={() => set('grossMargin', undefined)}
      >
        {(aside) => (
          <Field label={t('settings.money.grossMargin')} aside={aside} help={helpOf('grossMargin')}>
            <PercentInput
              placeholder="100"
              value={economics.grossMargin}
              onChange={(share) => set('grossMargin', share)}
              onEmpty={() => set('grossMargin', undefined)}
            />
          </Field>
        )}
      </Box>
      {AMOUNTS.map((name) => (
        <Box
          key={name}
          name={name}
          isOwn={economics[name] !== undefined}
          onReset={() => set(name, undefined)}
        >
          {(aside) => (
            <AmountField
              label={t(`settings.money.${name}`)}
              aside={aside}
              help={helpOf(name)}
              currency={currency}
              placeholder="0"
              value={economics[name]}
              onChange={(amount: Money) => set(name, amount)}
              onEmpty={() => set(name, undefined)}
            />
          )}
        </Box>
      ))}
    </div>
  );
}

function Help({ name, example }: { readonly name: MoneyName; readonly example: string | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`settings.money.${name}Help`)}
      {example !== undefined && (
        <>
          <br />
          {example}
        </>
      )}
    </>
  );
}

interface BoxProps {
  readonly name: MoneyName;
  readonly isOwn: boolean;
  readonly onReset: () => void;
  readonly children: (aside: ReactNode) => ReactNode;
}

function Box({ name, isOwn, onReset, children }: BoxProps) {
  const { t } = useTranslation();
  const label = t(`settings.money.${name}`);
  return (
    <div className={styles.box}>
      {children(
        <>
          {' '}
          <span className={isOwn ? styles.mine : styles.badge}>
            {t(isOwn ? 'settings.money.badge.yours' : 'settings.money.badge.default')}
          </span>
        </>,
      )}
      <IconButton
        small
        icon={RotateCcw}
        disabled={!isOwn}
        label={t('settings.money.reset', { label })}
        className={styles.reset}
        onClick={onReset}
      />
    </div>
  );
}

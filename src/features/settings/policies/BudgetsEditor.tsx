import { useTranslation } from 'react-i18next';
import { CHANNELS } from '../../../journey/channels.ts';
import type { Budget } from '../../../journey/policies.ts';
import { money } from '../../../journey/units.ts';
import { AmountField } from '../../../forms/AmountField.tsx';
import { ChannelField } from '../../../forms/ChannelField.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useCurrency } from '../useCurrency.ts';
import { keyOf } from '../../../journey/policyParts.ts';
import type { PolicyEditorProps } from './policyEditor.ts';
import { PolicyNotes } from './PolicyNotes.tsx';
import { budgetSentence } from './policyWords.ts';
import styles from './policies.module.css';

const FIRST_AMOUNT = money(500);

/** How much a run may spend on a channel: one budget each. */
export function BudgetsEditor({ policies, onChange, ...notes }: PolicyEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useCurrency();
  const { budgets } = policies;
  const free = CHANNELS.filter((channel) => !budgets.some((budget) => budget.channel === channel));
  const [next] = free;
  const fresh = next && ((): Budget => ({ channel: next, amount: FIRST_AMOUNT }));
  return (
    <Section title={t('settings.budgets.title')} hint={t('settings.budgets.hint')}>
      <RowList
        rows={budgets}
        ordered={false}
        nameOf={({ channel }) => t('settings.budgets.name', { channel: t(`words.channel.${channel}`) })}
        addLabel={t('settings.budgets.add')}
        empty={t('settings.budgets.none')}
        fresh={fresh}
        onChange={(rows, field) => onChange({ ...policies, budgets: rows }, field && `budgets.${field}`)}
        head={(budget, _, change) => (
          <div className={styles.fields}>
            <ChannelField
              value={budget.channel}
              values={CHANNELS.filter((channel) => channel === budget.channel || free.includes(channel))}
              onChange={(channel) => change({ ...budget, channel })}
            />
            <AmountField
              label={t('settings.budgets.amount')}
              currency={currency}
              value={budget.amount}
              onChange={(amount) => change({ ...budget, amount }, 'amount')}
            />
          </div>
        )}
        body={(budget) => (
          <PolicyNotes
            {...notes}
            policyKey={keyOf.budget(budget.channel)}
            sentence={budgetSentence(budget, currency, { t, format })}
            isAbout={({ code, values }) => code === 'budget-empty' && values['channel'] === budget.channel}
          />
        )}
      />
    </Section>
  );
}

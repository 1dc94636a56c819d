import { useTranslation } from 'react-i18next';
import { AmountField } from '../../../forms/AmountField.tsx';
import { PercentInput } from '../../../forms/PercentInput.tsx';
import { money, probability } from '../../../journey/units.ts';
import { Field } from '../../../ui/Field.tsx';
import type { CustomerWorthForm } from './useCustomerWorth.ts';
import styles from './money.module.css';

interface WorthFormProps {
  readonly form: CustomerWorthForm;
  readonly currency: string;
}

/** What a customer brings a month, how many stay, and what later money is worth today. */
export function WorthForm({ form, currency }: WorthFormProps) {
  const { t } = useTranslation();
  const [margin, setMargin] = form.margin;
  return (
    <fieldset className={styles.form}>
      <legend className={styles.legend}>{t('money.worth.title')}</legend>
      <p className={styles.soft}>{t('money.worth.help')}</p>
      <div className={styles.boxes}>
        <AmountField
          label={t('money.worth.margin')}
          currency={currency}
          value={margin === undefined ? undefined : money(margin)}
          onChange={setMargin}
          onEmpty={() => setMargin(undefined)}
        />
        <ShareField
          label={t('money.worth.retention')}
          placeholder={t('money.worth.notTold')}
          kept={form.retention}
        />
        <ShareField label={t('money.worth.discount')} placeholder="0" kept={form.discount} />
      </div>
    </fieldset>
  );
}

interface ShareFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly kept: CustomerWorthForm['retention'];
}

function ShareField({ label, placeholder, kept: [share, set] }: ShareFieldProps) {
  return (
    <Field label={label}>
      <PercentInput
        placeholder={placeholder}
        value={share === undefined ? undefined : probability(share)}
        onChange={set}
        onEmpty={() => set(undefined)}
      />
    </Field>
  );
}

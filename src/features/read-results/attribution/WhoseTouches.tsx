import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/Field.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Accounts } from './useAccounts.ts';
import styles from './attribution.module.css';

/** No column is called so: names are not empty. */
const NO_COLUMN = '';

/** Whose touches a conversion is credited to, and what says who works together. */
export function WhoseTouches({ accounts }: { readonly accounts: Accounts }) {
  const { t } = useTranslation();
  const { columns, column, whose, setWhose, setColumn } = accounts;
  return (
    <div role="group" aria-label={t('attribution.whose.group')} className={styles.controls}>
      <div className={styles.labelled}>
        <span aria-hidden="true">{t('attribution.whose.label')}</span>
        <SegmentedControl
          label={t('attribution.whose.label')}
          value={whose}
          options={[
            { value: 'buyer', label: t('attribution.whose.buyer') },
            { value: 'account', label: t('attribution.whose.account'), disabled: column === undefined },
          ]}
          onChange={setWhose}
        />
      </div>
      {columns && columns.length > 0 && (
        <div className={styles.field}>
          <Field label={t('attribution.whose.column')}>
            <Select
              value={column ?? NO_COLUMN}
              options={[
                ...(column === undefined
                  ? [{ value: NO_COLUMN, label: t('attribution.whose.choose'), disabled: true }]
                  : []),
                ...columns.map((name) => ({ value: name, label: name })),
              ]}
              onChange={setColumn}
            />
          </Field>
        </div>
      )}
      {columns?.length === 0 && (
        <p className={styles.help}>
          {t('attribution.whose.none')} <a href="#/audiences">{t('attribution.whose.toAudiences')}</a>
        </p>
      )}
    </div>
  );
}

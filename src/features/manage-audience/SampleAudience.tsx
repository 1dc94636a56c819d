import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { SAMPLE_CONTACTS } from '../../state/workspace.ts';
import { AudienceRow } from './AudienceRow.tsx';
import styles from './audience.module.css';

const SIZES = [10_000, 20_000, 50_000, 100_000, 250_000, 500_000, 1_000_000] as const;

/** The audience made by code, in the size that is wanted. */
export function SampleAudience() {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const chosen = useWorkspace(({ audience }) => (audience.kind === 'sample' ? audience.rows : undefined));
  const [wanted, setWanted] = useState<number>(chosen ?? SAMPLE_CONTACTS);
  const rows = chosen ?? wanted;
  const choose = (size: number) => void store.getState().chooseAudience({ kind: 'sample', rows: size });
  const sizes = [...new Set([...SIZES, rows])].sort((a, b) => a - b);
  const name = t('words.sampleAudience');
  return (
    <ul className={styles.list}>
      <AudienceRow
        name={name}
        meta={t('manageAudience.sample.text')}
        chosen={chosen !== undefined}
        onChoose={() => choose(rows)}
      >
        <Field label={t('manageAudience.sample.size')} inline className={styles.size ?? ''}>
          <Select
            value={String(rows)}
            options={sizes.map((size) => ({ value: String(size), label: format.number(size) }))}
            onChange={(text) => {
              setWanted(Number(text));
              if (chosen !== undefined) choose(Number(text));
            }}
          />
        </Field>
      </AudienceRow>
    </ul>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { SectionProps } from '../section.ts';
import { BreakdownPicture } from './BreakdownPicture.tsx';
import { MEASURES, type Measure } from './measures.ts';
import { useBreakdown } from './useBreakdown.ts';
import styles from '../ReadResultsView.module.css';
import own from './audience.module.css';

/** Who does what: the figures of the run by any column of the audience. */
export function AudienceSection({ run }: SectionProps) {
  const { t } = useTranslation();
  const schema = useWorkspace((workspace) => workspace.schema);
  const columns = (schema?.columns ?? [])
    .map(({ name }) => name)
    .filter((name) => schema?.roles[name] !== 'id');
  const [wanted, setColumn] = useState<string>();
  const [measure, setMeasure] = useState<Measure>('converters');
  const column = columns.find((name) => name === wanted) ?? columns[0];
  const breakdown = useBreakdown(run, column);
  if (column === undefined) return <p className={styles.soft}>{t('who.noColumns')}</p>;
  return (
    <div className={styles.block}>
      <div className={own.choices}>
        <Field label={t('who.column')}>
          <Select
            value={column}
            options={columns.map((name) => ({ value: name, label: name }))}
            onChange={setColumn}
          />
        </Field>
        <Field label={t('who.measure')}>
          <Select
            value={measure}
            options={MEASURES.map((value) => ({ value, label: t(`who.measures.${value}`) }))}
            onChange={setMeasure}
          />
        </Field>
      </div>
      <div className={styles.part}>
        {breakdown?.parts ? (
          <BreakdownPicture run={run} column={column} measure={measure} parts={breakdown.parts} />
        ) : (
          <p role="status" className={styles.coming}>
            {breakdown ? (breakdown.error ?? t('who.allTheSame', { column })) : t('who.coming')}
          </p>
        )}
      </div>
    </div>
  );
}

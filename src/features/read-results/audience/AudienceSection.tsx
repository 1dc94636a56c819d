import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { SectionProps } from '../section.ts';
import { useRunSchema } from '../useRunSchema.ts';
import { BreakdownPicture } from './BreakdownPicture.tsx';
import { groupColumns, type GroupColumns } from './groupColumns.ts';
import { MEASURES, type Measure } from './measures.ts';
import { useBreakdown } from './useBreakdown.ts';
import styles from '../ReadResultsView.module.css';
import own from './audience.module.css';

const NONE: GroupColumns = { offered: [], left: [] };

/** Who does what: the figures of the run by any column of the audience. */
export function AudienceSection({ run }: SectionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Of the run’s own audience: another one may be chosen by now.
  const schema = useRunSchema(run.request.audience);
  const { offered: columns, left } = useMemo(() => (schema ? groupColumns(schema) : NONE), [schema]);
  const [wanted, setColumn] = useState<string>();
  const [measure, setMeasure] = useState<Measure>('converters');
  const column = columns.find((name) => name === wanted) ?? columns[0];
  const breakdown = useBreakdown(run, column);
  const without = left.length > 0 && t('who.left', { columns: format.list(left) });
  if (!schema) return <div className={styles.part} data-size="tall" />;
  if (column === undefined)
    return (
      <p className={styles.soft}>
        {left.length > 0 ? t('who.nothingLeft', { columns: format.list(left) }) : t('who.noColumns')}
      </p>
    );
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
      {without && <p className={styles.question}>{without}</p>}
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

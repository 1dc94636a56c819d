import { useTranslation } from 'react-i18next';
import { FileClock, Users } from 'lucide-react';
import type { Translate } from '../../i18n/i18n.ts';
import { useFormat, type Formats } from '../../i18n/useFormat.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { Lacking } from './useLacking.ts';
import styles from './ReadResultsView.module.css';

/** In place of figures that cannot be worked out here: what they need, and where it is to be had. */
export function Needs({ lacking }: { readonly lacking: Lacking }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lacking.kind === 'detail')
    return (
      <div className={styles.needs}>
        <EmptyState icon={FileClock} title={t('readResults.needs.detail')}>
          {t('readResults.needs.detailHelp')}
        </EmptyState>
      </div>
    );
  return (
    <div className={styles.needs}>
      <EmptyState
        icon={Users}
        title={listWords(lacking, t)}
        action={<a href="#/audiences">{t('readResults.needs.import')}</a>}
      >
        {`${rowsWords(lacking, t, format)} ${t('readResults.needs.listHelp')}`}
      </EmptyState>
    </div>
  );
}

/** The same in one sentence. */
export function needsWords(lacking: Lacking, t: Translate): string {
  return lacking.kind === 'list' ? `${listWords(lacking, t)}.` : t('readResults.needs.detailHelp');
}

type LackingList = Extract<Lacking, { readonly kind: 'list' }>;

function listWords({ name }: LackingList, t: Translate): string {
  return name === '' ? t('readResults.needs.someList') : t('readResults.needs.list', { name });
}

function rowsWords({ rows }: LackingList, t: Translate, format: Formats): string {
  return rows === undefined
    ? t('readResults.needs.someRows')
    : t('readResults.needs.rows', { rows: format.number(rows) });
}

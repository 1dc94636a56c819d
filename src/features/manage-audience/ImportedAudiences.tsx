import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Columns3, Trash2, Users } from 'lucide-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useNotices } from '../../ui/notices.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Audience } from '../../audience/audience.ts';
import type { AudienceSummary } from '../../state/ports.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { AudienceReview } from './AudienceReview.tsx';
import { AudienceRow } from './AudienceRow.tsx';
import { DeleteAudience } from './DeleteAudience.tsx';
import styles from './audience.module.css';

export function ImportedAudiences({ audiences }: { readonly audiences: readonly AudienceSummary[] }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const attempt = useAttempt();
  const chosen = useWorkspace(({ audience }) => (audience.kind === 'imported' ? audience.id : undefined));
  const [leaving, setLeaving] = useState<AudienceSummary>();
  const [reviewed, setReviewed] = useState<Audience>();

  const review = (id: string) =>
    attempt(async () => setReviewed(await store.getState().ports.audiences.load(id)));
  return (
    <section aria-labelledby="imported-audiences" className={styles.section}>
      <h2 id="imported-audiences">{t('manageAudience.imported')}</h2>
      {audiences.length === 0 ? (
        <EmptyState icon={Users} title={t('manageAudience.none')}>
          {t('manageAudience.noneHint')}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {audiences.map((audience) => (
            <AudienceRow
              key={audience.id}
              name={audience.name}
              meta={<Facts audience={audience} />}
              chosen={chosen === audience.id}
              onChoose={() =>
                attempt(() => store.getState().chooseAudience({ kind: 'imported', id: audience.id }))
              }
            >
              <IconButton
                icon={Columns3}
                label={t('manageAudience.reviewNamed', { name: audience.name })}
                onClick={() => review(audience.id)}
              />
              <IconButton
                icon={Trash2}
                label={t('manageAudience.removeNamed', { name: audience.name })}
                onClick={() => setLeaving(audience)}
              />
            </AudienceRow>
          ))}
        </ul>
      )}
      {reviewed && (
        <AudienceReview
          key={reviewed.id}
          audience={reviewed}
          warnings={[]}
          onClose={() => setReviewed(undefined)}
        />
      )}
      <DeleteAudience
        leaving={leaving}
        onClose={() => setLeaving(undefined)}
        onDelete={(id) => attempt(() => store.getState().removeAudience(id))}
      />
    </section>
  );
}

function Facts({ audience }: { readonly audience: AudienceSummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {t('manageAudience.rows', { count: audience.rows, formatted: format.number(audience.rows) })} ·{' '}
      {t('manageAudience.columns', { count: audience.columns })} ·{' '}
      {t('manageAudience.importedAt', { when: format.instant(audience.importedAt) })}
    </>
  );
}

/** Runs what may fail; what went wrong is said. */
function useAttempt(): (work: () => Promise<void>) => void {
  const notices = useNotices();
  return (work) => {
    work().catch((error: unknown) => notices.say(wordsOf(error), { tone: 'bad' }));
  };
}

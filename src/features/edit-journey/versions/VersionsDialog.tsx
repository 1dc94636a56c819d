import '../../../i18n/versionsWords.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, History } from 'lucide-react';
import type { VersionSummary } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { SaveVersion } from './SaveVersion.tsx';
import { useVersions, type Said, type Versions } from './useVersions.ts';
import { VersionRow } from './VersionRow.tsx';
import styles from './VersionsDialog.module.css';

export interface VersionsDialogProps {
  readonly open: boolean;
  /** The keyboard comes to the name of a new version. */
  readonly saving?: boolean;
  readonly onClose: () => void;
}

/** The versions of the open journey: to keep, compare, restore, rename and delete. */
export function VersionsDialog({ open, saving = false, onClose }: VersionsDialogProps) {
  const { t } = useTranslation();
  const [compared, setCompared] = useState<VersionSummary>();
  const list = useWorkspace(({ versions }) => versions);
  const journeyId = useWorkspace(({ journey }) => journey?.id);
  const versions = useVersions(() => {
    setCompared(undefined);
    onClose();
  });
  const { read } = versions;
  useEffect(() => {
    if (open) void read();
  }, [open, read, journeyId]);
  // The comparison closes first: the focus goes back by the way it came.
  return (
    <>
      <CompareDialog
        versions={list ?? []}
        version={open ? compared : undefined}
        onClose={() => setCompared(undefined)}
        onRestore={(version) => void versions.restore(version)}
      />
      <Dialog wide open={open} title={t('versions.title')} onClose={onClose}>
        {list ? (
          <>
            <SaveVersion versions={list} focused={saving} onSave={versions.save} />
            <SaidLine said={versions.said} />
            <Rows list={list} versions={versions} onCompare={setCompared} />
          </>
        ) : (
          <Unread said={versions.said} onRetry={() => void read()} />
        )}
      </Dialog>
    </>
  );
}

interface RowsProps {
  readonly list: readonly VersionSummary[];
  readonly versions: Versions;
  readonly onCompare: (version: VersionSummary) => void;
}

function Rows({ list, versions, onCompare }: RowsProps) {
  const { t } = useTranslation();
  const now = useNow();
  if (list.length === 0) {
    return (
      <EmptyState icon={History} title={t('versions.empty.title')}>
        {t('versions.empty.help')}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('versions.list')} className={styles.list}>
      {list.map((version) => (
        <VersionRow
          key={version.id}
          version={version}
          now={now}
          onCompare={() => onCompare(version)}
          onRestore={() => void versions.restore(version)}
          onRename={(name) => versions.rename(version, name)}
          onDelete={() => void versions.remove(version)}
        />
      ))}
    </ul>
  );
}

interface UnreadProps {
  readonly said: Said | undefined;
  readonly onRetry: () => void;
}

function Unread({ said, onRetry }: UnreadProps) {
  const { t } = useTranslation();
  if (!said) return <p className={styles.changes}>{t('versions.loading')}</p>;
  return (
    <>
      <SaidLine said={said} />
      <Button onClick={onRetry}>{t('versions.retry')}</Button>
    </>
  );
}

/**
 * What was just done or could not be, inside the dialog: notices of the page lie behind it. The focus comes to what takes a
 * deletion back, since the button that did it is gone.
 */
function SaidLine({ said }: { readonly said: Said | undefined }) {
  return (
    <div role="status" className={styles.saidPlace}>
      {said && (
        <div className={classes(styles.said, said.bad && styles.bad)}>
          {said.bad && <Icon of={CircleAlert} size={14} />}
          <span>{said.words}</span>
          {said.action && (
            <Button key={said.words} small autoFocus onClick={said.action.run}>
              {said.action.label}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

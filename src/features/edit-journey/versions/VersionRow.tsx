import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, GitCompare, Pencil, Trash2, Undo2 } from 'lucide-react';
import { diffJourneys } from '../../../journey/diffJourneys.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { VersionSummary } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { diffCounts } from '../../../legend/diff/diffCounts.ts';
import { clipped } from '../../../legend/diff/plainWords.ts';
import { RenameVersion } from './RenameVersion.tsx';
import { useVersionDocument, type VersionDocument } from './useVersionDocument.ts';
import styles from './VersionsDialog.module.css';

interface VersionRowProps {
  readonly version: VersionSummary;
  /** The time in milliseconds. */
  readonly now: number;
  readonly onCompare: () => void;
  readonly onRestore: () => void;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onDelete: () => void;
}

/** One version: its name, since when, what became of the journey since, and what can be done with it. */
export function VersionRow({ version, now, onCompare, onRestore, onRename, onDelete }: VersionRowProps) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const stopRenaming = () => {
    setRenaming(false);
    pencil.current?.focus();
  };
  const document = useVersionDocument(version.id, t('versions.gone'));
  const changes = useChanges(document);
  const name = clipped(version.name);
  return (
    <li className={styles.row}>
      {renaming ? (
        <RenameVersion name={version.name} onRename={onRename} onDone={stopRenaming} />
      ) : (
        <VersionFacts version={version} now={now} />
      )}
      <ChangeLine document={document} changes={changes} />
      <div className={styles.buttons}>
        <Button small icon={GitCompare} aria-label={t('versions.compareNamed', { name })} onClick={onCompare}>
          {t('versions.compare')}
        </Button>
        <Button
          small
          icon={Undo2}
          aria-label={t('versions.restoreNamed', { name })}
          disabled={!changes}
          onClick={onRestore}
        >
          {t('versions.restore')}
        </Button>
        <IconButton
          small
          ref={pencil}
          icon={Pencil}
          label={t('versions.renameNamed', { name })}
          onClick={() => setRenaming(true)}
        />
        <IconButton small icon={Trash2} label={t('versions.removeNamed', { name })} onClick={onDelete} />
      </div>
    </li>
  );
}

function VersionFacts({ version, now }: { readonly version: VersionSummary; readonly now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, note, savedAt } = version;
  const ago = format.ago(Math.max(0, (now - savedAt) / 1000));
  return (
    <div className={styles.facts}>
      <h3 title={name.length > 60 ? clipped(name) : undefined}>{name}</h3>
      <span className={styles.when} title={format.instant(savedAt)}>
        {t('versions.when', { ago })}
      </span>
      {note !== undefined && <p className={styles.note}>{note}</p>}
    </div>
  );
}

/** What became of the journey since, in words: empty for nothing, undefined until it is known. */
function useChanges(document: VersionDocument): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const journey = useWorkspace((workspace) => workspace.journey);
  return useMemo(
    () =>
      document.kind === 'read' && journey
        ? diffCounts(diffJourneys(document.journey, journey), t, format)
        : undefined,
    [document, journey, t, format],
  );
}

interface ChangeLineProps {
  readonly document: VersionDocument;
  readonly changes: string | undefined;
}

function ChangeLine({ document, changes }: ChangeLineProps) {
  const { t } = useTranslation();
  if (document.kind === 'failed') {
    return (
      <p className={styles.unread}>
        <Icon of={CircleAlert} size={14} />
        {document.words}
      </p>
    );
  }
  if (changes === undefined) return <p className={styles.changes}>{t('versions.reading')}</p>;
  return (
    <p className={styles.changes}>{changes === '' ? t('versions.same') : t('versions.since', { changes })}</p>
  );
}

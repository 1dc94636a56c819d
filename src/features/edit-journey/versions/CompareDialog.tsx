import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReactFlowProvider } from '@xyflow/react';
import { ArrowLeftRight, Equal } from 'lucide-react';
import type { Journey } from '../../../journey/journey.ts';
import { differs } from '../../../journey/diffJourneys.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { VersionSummary } from '../../../state/ports.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Select } from '../../../ui/Select.tsx';
import { DiffCanvas, type Shown } from './DiffCanvas.tsx';
import { diffCounts } from '../../../legend/diff/diffCounts.ts';
import { DiffList } from '../../../legend/diff/DiffList.tsx';
import { mergeJourneys } from './mergeJourneys.ts';
import { clipped } from '../../../legend/diff/plainWords.ts';
import { useVersionDocument, type VersionDocument } from './useVersionDocument.ts';
import styles from './CompareDialog.module.css';

/** The open journey, among the ids of versions. */
const NOW = 'now';

interface CompareDialogProps {
  readonly versions: readonly VersionSummary[];
  /** The version to begin with; it is compared with now. Undefined: closed. */
  readonly version: VersionSummary | undefined;
  readonly onClose: () => void;
  readonly onRestore: (version: VersionSummary) => void;
}

/** Two versions, or one and the open journey, beside each other: as a picture and in words. */
export function CompareDialog({ versions, version, onClose, onRestore }: CompareDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog full open={version !== undefined} title={t('versions.view.title')} onClose={onClose}>
      {version && <Compared versions={versions} first={version} onRestore={onRestore} />}
    </Dialog>
  );
}

interface ComparedProps {
  readonly versions: readonly VersionSummary[];
  readonly first: VersionSummary;
  readonly onRestore: (version: VersionSummary) => void;
}

function Compared({ versions, first, onRestore }: ComparedProps) {
  const { t } = useTranslation();
  const [sides, setSides] = useState({ before: first.id, after: NOW });
  const [before, after] = [useSide(sides.before), useSide(sides.after)];
  const older = versions.find(({ id }) => id === sides.before);
  return (
    <>
      <div className={styles.sides}>
        <SideField
          label={t('versions.view.before')}
          value={sides.before}
          versions={versions}
          onChange={(id) => setSides({ ...sides, before: id })}
        />
        <IconButton
          icon={ArrowLeftRight}
          label={t('versions.view.swap')}
          onClick={() => setSides({ before: sides.after, after: sides.before })}
        />
        <SideField
          label={t('versions.view.after')}
          value={sides.after}
          versions={versions}
          onChange={(id) => setSides({ ...sides, after: id })}
        />
        {older && (
          <Button className={styles.restore} onClick={() => onRestore(older)}>
            <span>{t('versions.view.restore', { name: clipped(older.name) })}</span>
          </Button>
        )}
      </div>
      <Documents key={`${sides.before} ${sides.after}`} before={before} after={after} />
    </>
  );
}

function useSide(id: string): VersionDocument {
  const { t } = useTranslation();
  const journey = useWorkspace((workspace) => workspace.journey);
  const stored = useVersionDocument(id === NOW ? undefined : id, t('versions.gone'));
  if (id !== NOW) return stored;
  return journey ? { kind: 'read', journey } : { kind: 'reading' };
}

interface SideFieldProps {
  readonly label: string;
  readonly value: string;
  readonly versions: readonly VersionSummary[];
  readonly onChange: (id: string) => void;
}

function SideField({ label, value, versions, onChange }: SideFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const options = versions.map(({ id, name, savedAt }) => ({
    value: id,
    label: t('versions.view.option', { name: clipped(name), when: format.instant(savedAt) }),
  }));
  return (
    <Field label={label} className={styles.side ?? ''}>
      <Select
        value={value}
        options={[{ value: NOW, label: t('versions.view.now') }, ...options]}
        onChange={onChange}
      />
    </Field>
  );
}

interface DocumentsProps {
  readonly before: VersionDocument;
  readonly after: VersionDocument;
}

function Documents({ before, after }: DocumentsProps) {
  const { t } = useTranslation();
  const failed = [before, after].find((side) => side.kind === 'failed');
  if (failed) {
    return (
      <p role="alert" className={styles.message}>
        {failed.words}
      </p>
    );
  }
  if (before.kind !== 'read' || after.kind !== 'read')
    return <p className={styles.message}>{t('versions.loading')}</p>;
  return <Difference before={before.journey} after={after.journey} />;
}

function Difference({ before, after }: { readonly before: Journey; readonly after: Journey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<Shown>();
  const merged = useMemo(() => mergeJourneys(before, after), [before, after]);
  const comparison = useMemo(() => ({ t, format, before, after }), [t, format, before, after]);
  const same = !differs(merged.diff);
  return (
    <div className={styles.compared}>
      <ReactFlowProvider>
        <DiffCanvas merged={merged} comparison={comparison} shown={shown} />
      </ReactFlowProvider>
      <section aria-label={t('versions.view.list')} tabIndex={0} className={styles.list}>
        {same ? (
          <EmptyState icon={Equal} title={t('versions.view.nothing')}>
            {t('versions.view.nothingHelp')}
          </EmptyState>
        ) : (
          <>
            <p role="status" className={styles.counts}>
              {diffCounts(merged.diff, t, format)}
            </p>
            <DiffList diff={merged.diff} comparison={comparison} onShow={(step) => setShown({ step })} />
          </>
        )}
      </section>
    </div>
  );
}

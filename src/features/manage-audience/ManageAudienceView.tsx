import '../../i18n/audienceWords.ts';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FileUp } from 'lucide-react';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useNotices } from '../../ui/notices.ts';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { AudienceReview } from './AudienceReview.tsx';
import { FailedImport } from './FailedImport.tsx';
import { FileButton } from './FileButton.tsx';
import { ImportedAudiences } from './ImportedAudiences.tsx';
import { ReadingProgress } from './ReadingProgress.tsx';
import { SampleAudience } from './SampleAudience.tsx';
import { useCsvImport } from './useCsvImport.ts';
import styles from './audience.module.css';

/** Audiences: the one made by code, the imported ones, and the way to bring one in. */
export function ManageAudienceView() {
  const { t } = useTranslation();
  const notices = useNotices();
  const audiences = useWorkspace((workspace) => workspace.audiences);
  const { state, start, cancel, close } = useCsvImport(() =>
    notices.say(t('manageAudience.reading.cancelled')),
  );
  const drop = useFileDrop(start);
  return (
    <div className={classes(styles.view, drop.over && styles.over)} {...drop.handlers}>
      <header className={styles.head}>
        <div className={styles.heading}>
          <h1>{t('manageAudience.title')}</h1>
          <p className={styles.soft}>{t('manageAudience.intro')}</p>
        </div>
        <FileButton onFile={start} disabled={state.kind === 'reading'} />
      </header>
      {state.kind === 'reading' && (
        <ReadingProgress name={state.name} progress={state.progress} onCancel={cancel} />
      )}
      <SampleAudience />
      <ImportedAudiences audiences={audiences} />
      <p className={styles.drop}>
        <Icon of={FileUp} />
        {t(drop.over ? 'manageAudience.dropNow' : 'manageAudience.drop')}
      </p>
      {state.kind === 'read' && (
        <AudienceReview
          key={state.audience.id}
          audience={state.audience}
          warnings={state.warnings}
          isNew
          onClose={close}
        />
      )}
      {state.kind === 'failed' && (
        <FailedImport name={state.name} problems={state.problems} onClose={close} />
      )}
    </div>
  );
}

function useFileDrop(onFile: (file: File) => void) {
  const [over, setOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file) onFile(file);
    },
  };
  return { over, handlers };
}

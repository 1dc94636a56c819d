import '../../i18n/takeWords.ts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { PlatformReading } from '../../state/exchangePort.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { Button } from '../../ui/Button.tsx';
import { shortText } from '../../ui/complaints.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { takenIn } from './takenIn.ts';
import { ProblemTable } from './ProblemTable.tsx';
import styles from './library.module.css';

interface PlatformFileDialogProps {
  readonly files: readonly ExchangeFile[];
  readonly onClose: () => void;
  readonly onCreate: (journey: Journey) => void;
}

/** A file of another platform: what it was read as and what could not be read, then a journey; or why there is none. */
export function PlatformFileDialog({ files, onClose, onCreate }: PlatformFileDialogProps) {
  const { t } = useTranslation();
  const reading = useReading(files);
  const [name, setName] = useState('');
  const badName = shortText(t)(name);
  const file = files.map((one) => one.name).join(', ');
  const ok = reading.kind === 'read' && reading.reading.ok ? reading.reading : undefined;
  const create = () => {
    if (!ok) return;
    onCreate(takenIn(ok.journey, name));
    onClose();
  };
  return (
    <Dialog
      wide
      open
      title={
        ok
          ? t('takeToPlatform.bringIn.title', { platform: ok.platform })
          : t('takeToPlatform.bringIn.file', { file })
      }
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t(ok ? 'manageJourneys.cancel' : 'manageJourneys.close')}</Button>
          {ok && (
            <Button look="primary" disabled={badName !== undefined} onClick={create}>
              {t('takeToPlatform.bringIn.create')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        {reading.kind === 'reading' && (
          <p className={styles.intro}>{t('takeToPlatform.bringIn.reading', { file })}</p>
        )}
        {reading.kind === 'failed' && <p role="alert">{reading.words}</p>}
        {reading.kind === 'read' && !reading.reading.ok && <Refused reading={reading.reading} />}
        {ok && (
          <>
            <p className={styles.intro}>
              {t('takeToPlatform.bringIn.found', { file, count: stepEntries(ok.journey).length })}
            </p>
            <Field label={t('manageJourneys.mermaid.name')} error={badName}>
              <TextInput value={name} placeholder={ok.journey.name} onChange={setName} />
            </Field>
            <section>
              <h3>{t('takeToPlatform.bringIn.warnings')}</h3>
              {ok.warnings.length === 0 ? (
                <p className={styles.intro}>{t('takeToPlatform.bringIn.noWarnings')}</p>
              ) : (
                <>
                  <p className={styles.intro}>{t('takeToPlatform.bringIn.kept')}</p>
                  <ProblemTable problems={ok.warnings} />
                </>
              )}
            </section>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Refused({ reading }: { readonly reading: Extract<PlatformReading, { ok: false }> }) {
  const { t } = useTranslation();
  const { platform, problems } = reading;
  return (
    <div role="alert" className={styles.stack}>
      <p className={styles.intro}>
        {platform === undefined
          ? t('takeToPlatform.bringIn.unknown')
          : t('takeToPlatform.bringIn.refused', { platform, count: problems.length })}
      </p>
      <ProblemTable problems={problems} />
    </div>
  );
}

type Reading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly reading: PlatformReading }
  | { readonly kind: 'failed'; readonly words: string };

function useReading(files: readonly ExchangeFile[]): Reading {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });
  useEffect(() => {
    let isGone = false;
    const become = (next: Reading) => {
      if (!isGone) setReading(next);
    };
    store
      .getState()
      .ports.exchange()
      .then(
        (exchange) =>
          exchange.readPlatformFiles(files).then(
            (read) => become({ kind: 'read', reading: read }),
            (error: unknown) => become({ kind: 'failed', words: wordsOf(error) }),
          ),
        () => become({ kind: 'failed', words: t('takeToPlatform.bringIn.notLoaded') }),
      );
    return () => {
      isGone = true;
    };
  }, [store, files, t]);
  return reading;
}

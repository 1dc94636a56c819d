import '../../i18n/takeWords.ts';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { PlatformReading } from '../../state/exchangePort.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { shortText } from '../../ui/complaints.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { importedBeside } from './copies.ts';
import { KeepChoice } from './KeepChoice.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { NOTHING_SHARED, sharedSteps } from '../../journey/sharedSteps.ts';
import { type Reading, useReading } from './useReading.ts';
import styles from './library.module.css';

interface PlatformFileDialogProps {
  readonly files: readonly ExchangeFile[];
  readonly onClose: () => void;
  readonly onCreate: (journey: Journey) => void;
}

/** A file of another platform: what it was read as and what could not be read, then a journey; or why there is none. */
export function PlatformFileDialog({ files, onClose, onCreate }: PlatformFileDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reading, base, choice } = useKeptReading(files);
  const [name, setName] = useState('');
  const badName = shortText(t)(name);
  const file = format.list(files.map((one) => one.name));
  const ok = readOf(reading);
  const create = () => {
    if (!ok) return;
    const own = name.trim() === '' ? ok.journey.name : name.trim();
    onCreate(importedBeside(ok.journey, own, base));
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
        {choice}
        {reading.kind === 'failed' && <p role="alert">{reading.words}</p>}
        {reading.kind === 'read' && !reading.reading.ok && <Refused reading={reading.reading} />}
        {ok && (
          <>
            <p className={styles.intro}>
              {t(files.length > 1 ? 'takeToPlatform.bringIn.foundMany' : 'takeToPlatform.bringIn.found', {
                file,
                count: stepEntries(ok.journey).length,
              })}
            </p>
            {!base && !ok.isWhole && (
              <p className={styles.intro}>{t('takeToPlatform.bringIn.asNew', { platform: ok.platform })}</p>
            )}
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

type ReadOk = Extract<PlatformReading, { ok: true }>;

function readOf(reading: Reading): ReadOk | undefined {
  return reading.kind === 'read' && reading.reading.ok ? reading.reading : undefined;
}

interface KeptReading {
  readonly reading: Reading;
  /** What the files were read over. */
  readonly base: Journey | undefined;
  readonly choice: ReactNode;
}

/** The files, read over the open journey where they were made from it and nobody says otherwise. */
function useKeptReading(files: readonly ExchangeFile[]): KeptReading {
  const store = useWorkspaceStore();
  const [open] = useState(() => store.getState().journey);
  const [chosen, choose] = useState<boolean>();
  const apart = useReading({ files });
  const found = readOf(apart);
  const shared = found && open ? sharedSteps(found.journey, open) : NOTHING_SHARED;
  const offered = shared.count > 0;
  // A file that holds all of a journey may well say something newer than the open one.
  const keeps = offered && (chosen ?? (shared.areMost && found?.isWhole === false));
  const over = useReading({ files, base: open, isWanted: keeps });
  return {
    reading: keeps ? over : apart,
    base: keeps ? open : undefined,
    choice: offered && open && <KeepChoice name={open.name} keeps={keeps} onChoose={choose} />,
  };
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

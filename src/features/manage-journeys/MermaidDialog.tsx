import '../../i18n/takeWords.ts';
import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { shortText } from '../../ui/complaints.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useNotices } from '../../ui/notices.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { StepKind } from '../../journey/steps/index.ts';
import type { FlowchartReading } from '../../state/exchangePort.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { importedBeside } from './copies.ts';
import { KindList } from './KindList.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import styles from './library.module.css';

interface MermaidDialogProps {
  /** The text to begin with. */
  readonly start: string;
  readonly onClose: () => void;
  readonly onCreate: (journey: Journey) => void;
}

/** Characters; the reader takes no drawing that is longer. */
const MOST_PASTED = 1024 * 1024;

type Kinds = Readonly<Record<StepId, StepKind>>;

/** A flowchart as text, then what each of its boxes was taken for, then a journey. */
export function MermaidDialog({ start, onClose, onCreate }: MermaidDialogProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [text, setText] = useState(start);
  const [name, setName] = useState('');
  const [kinds, setKinds] = useState<Kinds>({});
  const [reading, setReading] = useState<FlowchartReading>();
  const [tooLong, setTooLong] = useState(false);
  const badName = shortText(t)(name);

  /** A field with megabytes in it would hold the page up for minutes: they are kept out before they are in it. */
  const keepOut = (event: ClipboardEvent | DragEvent, brought: DataTransfer | null) => {
    const isTooLong = (brought?.getData('text').length ?? 0) > MOST_PASTED;
    if (isTooLong) event.preventDefault();
    setTooLong(isTooLong);
  };
  const read = (known: Kinds) => {
    setKinds(known);
    const { exchange } = store.getState().ports;
    exchange().then(
      (tools) => setReading(tools.readMermaid(text, known)),
      () => notices.say(t('manageJourneys.mermaid.notLoaded'), { tone: 'bad' }),
    );
  };
  const create = () => {
    if (!reading?.ok) return;
    onCreate(importedBeside(reading.journey, name.trim() === '' ? reading.journey.name : name.trim()));
    onClose();
  };
  if (!reading?.ok) {
    return (
      <Dialog
        wide
        open
        title={t('manageJourneys.mermaid.title')}
        onClose={onClose}
        footer={
          <>
            <Button onClick={onClose}>{t('manageJourneys.cancel')}</Button>
            <Button look="primary" disabled={text.trim() === ''} onClick={() => read({})}>
              {t('manageJourneys.mermaid.read')}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          <Field
            label={t('manageJourneys.mermaid.label')}
            help={t('manageJourneys.mermaid.hint')}
            error={tooLong ? t('takeToPlatform.notRead.pasted') : undefined}
          >
            <TextArea
              rows={12}
              spellCheck={false}
              className={styles.mermaid}
              value={text}
              onPaste={(event) => keepOut(event, event.clipboardData)}
              onDrop={(event) => keepOut(event, event.dataTransfer)}
              onChange={(next) => {
                setText(next);
                setReading(undefined);
              }}
            />
          </Field>
          {reading && (
            <div role="alert">
              <h3>{t('manageJourneys.mermaid.problems')}</h3>
              <ProblemTable problems={reading.problems} />
            </div>
          )}
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      wide
      open
      title={t('manageJourneys.mermaid.kinds')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={() => setReading(undefined)}>{t('manageJourneys.mermaid.back')}</Button>
          <Button look="primary" disabled={badName !== undefined} onClick={create}>
            {t('manageJourneys.mermaid.create')}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <Field label={t('manageJourneys.mermaid.name')} error={badName}>
          <TextInput value={name} placeholder={reading.journey.name} onChange={setName} />
        </Field>
        <section>
          <h3>{t('manageJourneys.mermaid.warnings')}</h3>
          {reading.warnings.length === 0 ? (
            <p className={styles.intro}>{t('manageJourneys.mermaid.noWarnings')}</p>
          ) : (
            <ProblemTable problems={reading.warnings} />
          )}
        </section>
        <section>
          <p className={styles.intro}>{t('manageJourneys.mermaid.kindsHint')}</p>
          <KindList reading={reading} onChoose={(step, kind) => read({ ...kinds, [step]: kind })} />
        </section>
      </div>
    </Dialog>
  );
}

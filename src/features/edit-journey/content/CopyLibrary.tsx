import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert } from 'lucide-react';
import type { Content } from '../../../journey/steps/message.ts';
import { Button } from '../../../ui/Button.tsx';
import { classes } from '../../../ui/classes.ts';
import { requiredText } from '../../../ui/complaints.ts';
import { Field } from '../../../ui/Field.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { useUndoOffer } from '../useUndoOffer.ts';
import { CopyRow } from './CopyRow.tsx';
import { useCopyLibrary, type LibrarySaid, type SavedCopy } from './useCopyLibrary.ts';
import styles from './content.module.css';

interface CopyLibraryProps {
  readonly content: Content;
  /** Puts this content into the message. */
  readonly onUse: (content: Content) => void;
}

/** Content kept under names: to save, find, use, rename and delete. */
export function CopyLibrary({ content, onUse }: CopyLibraryProps) {
  const { t } = useTranslation();
  const library = useCopyLibrary();
  const undoOffer = useUndoOffer();
  const use = (copy: SavedCopy) => {
    onUse(copy.content);
    library.say({ words: t('content.library.inserted', { name: copy.name }), action: undoOffer() });
  };
  return (
    <>
      <p className={styles.hint}>{t('content.library.hint')}</p>
      <SaveCopy content={content} onSave={library.save} />
      <SaidLine said={library.said} />
      {library.copies ? (
        <Copies copies={library.copies} onUse={use} onRename={library.rename} onRemove={library.remove} />
      ) : (
        !library.said && <p className={styles.hint}>{t('content.library.reading')}</p>
      )}
    </>
  );
}

interface SaveCopyProps {
  readonly content: Content;
  readonly onSave: (name: string, content: Content) => Promise<boolean>;
}

function SaveCopy({ content, onSave }: SaveCopyProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [tried, setTried] = useState(false);
  const isEmpty = Object.keys(content).length === 0;
  const bad = isEmpty
    ? t('content.library.nothing')
    : requiredText(t, t('content.library.nameMissing'))(name);
  const save = async () => {
    setTried(true);
    if (bad !== undefined || !(await onSave(name.trim(), content))) return;
    setName('');
    setTried(false);
  };
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('content.library.name')} error={tried ? bad : undefined}>
        <TextInput value={name} onChange={setName} />
      </Field>
      <Button type="submit">{t('content.library.save')}</Button>
    </form>
  );
}

interface CopiesProps {
  readonly copies: readonly SavedCopy[];
  readonly onUse: (copy: SavedCopy) => void;
  readonly onRename: (copy: SavedCopy, name: string) => Promise<boolean>;
  readonly onRemove: (copy: SavedCopy) => Promise<boolean>;
}

function Copies({ copies, onUse, onRename, onRemove }: CopiesProps) {
  const { t } = useTranslation();
  const [sought, setSought] = useState('');
  if (copies.length === 0) return <p className={styles.hint}>{t('content.library.empty')}</p>;
  const found = copies.filter((copy) => textOfCopy(copy).includes(sought.trim().toLowerCase()));
  return (
    <>
      <Field label={t('content.library.search')}>
        <TextInput type="search" value={sought} onChange={setSought} />
      </Field>
      {found.length === 0 && (
        <p role="status" className={styles.hint}>
          {t('content.library.none', { text: sought.slice(0, 40) })}
        </p>
      )}
      <ul aria-label={t('content.library.list')} className={styles.copies}>
        {found.map((copy) => (
          <CopyRow
            key={copy.id}
            copy={copy}
            onUse={() => onUse(copy)}
            onRename={(name) => onRename(copy, name)}
            onRemove={() => void onRemove(copy)}
          />
        ))}
      </ul>
    </>
  );
}

function textOfCopy({ name, content }: SavedCopy): string {
  const { subject = '', preheader = '', body = '' } = content;
  return [name, subject, preheader, body].join('\n').toLowerCase();
}

/** Inside the dialog: notices of the page lie behind it. The focus comes to what takes a deletion back, since its button is gone. */
function SaidLine({ said }: { readonly said: LibrarySaid | undefined }) {
  return (
    <div role="status" className={styles.saidPlace}>
      {said && (
        <div className={classes(styles.said, said.bad && styles.bad)}>
          {said.bad && <Icon of={CircleAlert} size={14} />}
          <span dir="auto">{said.words}</span>
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

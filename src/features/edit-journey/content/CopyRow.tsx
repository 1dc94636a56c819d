import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pencil, Trash2 } from 'lucide-react';
import { Button } from '../../../ui/Button.tsx';
import { requiredText } from '../../../ui/complaints.ts';
import { Field } from '../../../ui/Field.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import type { SavedCopy } from './useCopyLibrary.ts';
import styles from './content.module.css';

interface CopyRowProps {
  readonly copy: SavedCopy;
  readonly onUse: () => void;
  /** Resolves to whether it is stored. */
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onRemove: () => void;
}

const LONGEST_SHOWN = 100;

/** One saved content: its name, how it begins, and what can be done with it. */
export function CopyRow({ copy, onUse, onRename, onRemove }: CopyRowProps) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const { name, content } = copy;
  const stopRenaming = () => {
    setRenaming(false);
    pencil.current?.focus();
  };
  const begin = (content.subject ?? content.body ?? '').slice(0, LONGEST_SHOWN);
  return (
    <li className={styles.copy}>
      {renaming ? (
        <RenameCopy name={name} onRename={onRename} onDone={stopRenaming} />
      ) : (
        <div className={styles.copyWords}>
          <h4 dir="auto">{name}</h4>
          <p dir="auto">{begin}</p>
        </div>
      )}
      <div className={styles.buttons}>
        <Button small aria-label={t('content.library.insertNamed', { name })} onClick={onUse}>
          {t('content.library.insert')}
        </Button>
        <IconButton
          small
          ref={pencil}
          icon={Pencil}
          label={t('content.library.rename', { name })}
          onClick={() => setRenaming(true)}
        />
        <IconButton small icon={Trash2} label={t('content.library.remove', { name })} onClick={onRemove} />
      </div>
    </li>
  );
}

interface RenameCopyProps {
  readonly name: string;
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onDone: () => void;
}

/** The name, changed where it stands. Escape keeps the old one. */
function RenameCopy({ name, onRename, onDone }: RenameCopyProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const bad = requiredText(t, t('content.library.nameMissing'))(typed);
  const rename = async () => {
    if (bad === undefined && (typed.trim() === name || (await onRename(typed.trim())))) onDone();
  };
  return (
    <form
      className={styles.renaming}
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // The dialog stays open.
        event.preventDefault();
        onDone();
      }}
    >
      <Field label={t('content.library.newName')} hideLabel error={bad}>
        <TextInput autoFocus value={typed} onChange={setTyped} />
      </Field>
      <Button type="submit" small look="primary">
        {t('content.library.renameDone')}
      </Button>
    </form>
  );
}

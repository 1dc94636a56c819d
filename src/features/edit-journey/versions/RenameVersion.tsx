import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { requiredText } from '../../../ui/complaints.ts';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import styles from './VersionsDialog.module.css';

interface RenameVersionProps {
  readonly name: string;
  /** Resolves to whether it is stored. */
  readonly onRename: (name: string) => Promise<boolean>;
  readonly onDone: () => void;
}

/** A version's name, changed where it stands. Escape keeps the old one. */
export function RenameVersion({ name, onRename, onDone }: RenameVersionProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const [tried, setTried] = useState(false);
  const bad = requiredText(t, t('versions.save.missing', { example: name }))(typed);
  const rename = async () => {
    setTried(true);
    if (bad) return;
    if (typed.trim() === name || (await onRename(typed.trim()))) onDone();
  };
  return (
    <form
      aria-label={t('versions.renameNamed', { name })}
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
      <Field label={t('versions.save.name')} hideLabel error={tried || typed.trim() !== '' ? bad : undefined}>
        <TextInput autoFocus value={typed} onChange={setTyped} />
      </Field>
      <Button type="submit" small look="primary">
        {t('versions.renameDone')}
      </Button>
      <Button small look="quiet" onClick={onDone}>
        {t('ui.cancel')}
      </Button>
    </form>
  );
}

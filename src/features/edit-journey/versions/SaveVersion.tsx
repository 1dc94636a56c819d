import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../i18n/i18n.ts';
import { requiredText, shortText } from '../../../ui/complaints.ts';
import type { VersionSummary } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import styles from './VersionsDialog.module.css';

interface SaveVersionProps {
  readonly versions: readonly VersionSummary[];
  /** Its name is selected at once: Enter saves, typing replaces it. */
  readonly focused: boolean;
  /** Resolves to whether it is saved. */
  readonly onSave: (name: string, note: string) => Promise<boolean>;
}

/** Gives the journey as it is now a name; one is offered. */
export function SaveVersion({ versions, focused, onSave }: SaveVersionProps) {
  const { t } = useTranslation();
  const offered = freeName(versions, t);
  const [typed, setTyped] = useState<string>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const name = typed ?? offered;
  const bad = requiredText(t, t('versions.save.missing', { example: offered }))(name);
  const badNote = shortText(t)(note);
  const save = async () => {
    setTried(true);
    if (bad || badNote || saving) return;
    setSaving(true);
    const saved = await onSave(name.trim(), note);
    setSaving(false);
    if (!saved) return;
    setTyped(undefined);
    setTried(false);
    setNote('');
  };
  return (
    <form
      aria-label={t('versions.save.title')}
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field
        label={t('versions.save.name')}
        // An empty box is one that is being filled; too long is said at once.
        error={tried || name.trim() !== '' ? bad : undefined}
      >
        <TextInput
          value={name}
          autoFocus={focused}
          data-autofocus={focused || undefined}
          onFocus={({ currentTarget }) => focused && currentTarget.select()}
          onChange={(next) => {
            setTyped(next);
            setTried(false);
          }}
        />
      </Field>
      <Field
        label={t('versions.save.note')}
        aside={<span className={styles.optional}>{t('ui.optional')}</span>}
        error={badNote}
      >
        <TextInput value={note} placeholder={t('versions.save.noteHint')} onChange={setNote} />
      </Field>
      <Button type="submit" look="primary" disabled={saving}>
        {t('versions.save.button')}
      </Button>
    </form>
  );
}

/** “Version 3”: one more than the versions there are, or the first number after it whose name is free. */
function freeName(versions: readonly VersionSummary[], t: Translate): string {
  const taken = new Set(versions.map(({ name }) => name));
  let number = versions.length + 1;
  while (taken.has(t('versions.save.defaultName', { number }))) number += 1;
  return t('versions.save.defaultName', { number });
}

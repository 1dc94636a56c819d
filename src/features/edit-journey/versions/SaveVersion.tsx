import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '../../../i18n/i18n.ts';
import type { VersionSummary } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import styles from './VersionsDialog.module.css';

export const LONGEST_NAME = 200;
const LONGEST_NOTE = 1000;

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
  const [missing, setMissing] = useState(false);
  const [saving, setSaving] = useState(false);
  const name = typed ?? offered;
  const save = async () => {
    setMissing(name.trim() === '');
    if (name.trim() === '' || saving) return;
    setSaving(true);
    const saved = await onSave(name.trim(), note);
    setSaving(false);
    if (!saved) return;
    setTyped(undefined);
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
        error={missing ? t('versions.save.missing', { example: offered }) : undefined}
      >
        <TextInput
          value={name}
          maxLength={LONGEST_NAME}
          autoFocus={focused}
          data-autofocus={focused || undefined}
          onFocus={({ currentTarget }) => focused && currentTarget.select()}
          onChange={(next) => {
            setTyped(next);
            if (next.trim() !== '') setMissing(false);
          }}
        />
      </Field>
      <Field
        label={t('versions.save.note')}
        aside={<span className={styles.optional}>{t('ui.optional')}</span>}
      >
        <TextInput
          value={note}
          maxLength={LONGEST_NOTE}
          placeholder={t('versions.save.noteHint')}
          onChange={setNote}
        />
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

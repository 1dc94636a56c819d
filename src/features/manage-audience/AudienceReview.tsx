import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { requiredText } from '../../ui/complaints.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Audience } from '../../audience/audience.ts';
import { roleDoubts } from '../../audience/roleDoubts.ts';
import type { Problem } from '../../journey/problem.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { assumptionsOf } from './assumptions.ts';
import { ColumnRoles } from './ColumnRoles.tsx';
import { Doubts } from './Doubts.tsx';
import styles from './audience.module.css';

interface AudienceReviewProps {
  readonly audience: Audience;
  readonly warnings: readonly Problem[];
  /** Just imported: nothing is kept until it is saved. */
  readonly isNew?: boolean;
  readonly onClose: () => void;
}

/** What was understood of a file: its columns, what each is for, and what is assumed where it says nothing. */
export function AudienceReview({ audience, warnings, isNew = false, onClose }: AudienceReviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const [name, setName] = useState(audience.name);
  const [roles, setRoles] = useState(audience.roles);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const badName = requiredText(t, t('manageAudience.check.nameMissing'))(name);
  const doubts = useMemo(
    () => [...warnings, ...roleDoubts(audience.columns, roles)],
    [warnings, audience.columns, roles],
  );

  const save = async () => {
    const workspace = store.getState();
    if (isNew) {
      await workspace.ports.audiences.save({ ...audience, name: name.trim(), roles });
      await workspace.audienceImported(audience.id);
    } else await workspace.changeRoles(audience.id, roles);
  };
  const trySave = () => {
    setSaving(true);
    setFailure(undefined);
    save()
      .then(onClose)
      .catch((error: unknown) => {
        setSaving(false);
        setFailure(wordsOf(error));
      });
  };
  return (
    <Dialog
      wide
      open
      title={isNew ? t('manageAudience.check.title') : t('manageAudience.check.titleSaved')}
      onClose={onClose}
      footer={
        <>
          {failure && (
            <p role="alert" className={styles.failure}>
              {t('manageAudience.check.saveFailed', { words: failure })}
            </p>
          )}
          <Button onClick={onClose}>
            {t(isNew ? 'manageAudience.check.discard' : 'manageAudience.close')}
          </Button>
          <Button look="primary" disabled={saving || badName !== undefined} onClick={trySave}>
            {saving
              ? t('manageAudience.check.saving')
              : t(isNew ? 'manageAudience.check.save' : 'manageAudience.check.saveRoles')}
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        <p>
          {t('manageAudience.check.read', {
            rows: format.number(audience.rows),
            columns: format.number(audience.columns.length),
          })}
        </p>
        {isNew && (
          <Field label={t('manageAudience.check.name')} error={badName} className={styles.nameField ?? ''}>
            <TextInput value={name} onChange={setName} />
          </Field>
        )}
        {doubts.length > 0 && (
          <section>
            <h3>{t('manageAudience.check.warnings')}</h3>
            <Doubts problems={doubts} />
          </section>
        )}
        <section>
          <h3>{t('manageAudience.check.assumed')}</h3>
          <ul className={styles.assumed}>
            {assumptionsOf(roles, t).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <section>
          <h3>{t('manageAudience.check.roles')}</h3>
          <ColumnRoles audience={audience} roles={roles} onChange={setRoles} />
        </section>
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/useFormat.ts';
import { DEFAULT_SEED } from '../../state/workspace.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberInput } from '../../ui/NumberInput.tsx';
import styles from './RunControl.module.css';

interface RunDialogProps {
  readonly open: boolean;
  /** Of the audience. */
  readonly contacts: number;
  readonly onClose: () => void;
}

const PRESETS = [10_000, 100_000, 1_000_000];
const MOST_CONTACTS = 100_000_000;
const LARGEST_SEED = 4_294_967_295;

/** How many contacts, and with which luck. */
export function RunDialog({ open, contacts: audienceContacts, onClose }: RunDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const [chosen, setContacts] = useState<number>();
  const [seed, setSeed] = useState(DEFAULT_SEED);
  const [invalid, setInvalid] = useState<readonly string[]>([]);
  const contacts = chosen ?? audienceContacts;
  const judge = (field: string) => (valid: boolean) =>
    setInvalid((before) => [...before.filter((other) => other !== field), ...(valid ? [] : [field])]);
  const start = () => {
    onClose();
    store.getState().startRun(contacts, seed);
  };
  const presets = [...new Set([audienceContacts, ...PRESETS])].toSorted((a, b) => a - b);
  return (
    <Dialog
      title={t('runSimulation.title')}
      open={open}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="primary" disabled={invalid.length > 0} onClick={start}>
            {t('runSimulation.run', { count: contacts, contacts: format.number(contacts) })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field
          label={t('runSimulation.contacts')}
          help={t('runSimulation.contactsHelp', { rows: format.number(audienceContacts) })}
        >
          <NumberInput
            integer
            min={1}
            max={MOST_CONTACTS}
            unit={t('runSimulation.contactsUnit')}
            value={contacts}
            onChange={setContacts}
            onValidity={judge('contacts')}
          />
        </Field>
        <div role="group" aria-label={t('runSimulation.presets')} className={styles.presets}>
          {presets.map((preset) => (
            <Button
              key={preset}
              small
              aria-pressed={preset === contacts}
              onClick={() => {
                setContacts(preset);
                // Another number takes the place of what the box refused.
                if (preset !== contacts) judge('contacts')(true);
              }}
            >
              {format.number(preset)}
            </Button>
          ))}
        </div>
        <Field label={t('runSimulation.seed')} help={t('runSimulation.seedHelp')}>
          <NumberInput
            integer
            min={0}
            max={LARGEST_SEED}
            value={seed}
            onChange={setSeed}
            onValidity={judge('seed')}
          />
        </Field>
      </div>
    </Dialog>
  );
}

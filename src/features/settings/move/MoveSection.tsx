import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CircleAlert, Download, FolderOpen } from 'lucide-react';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { policiesText, ratesText } from './settingsFile.ts';
import type { RefusedSettings } from './useReadSettings.ts';
import styles from './move.module.css';

interface MoveSectionProps {
  readonly onFile: (file: File) => void;
  readonly refused: RefusedSettings | undefined;
}

/** Settings out to files that the command line reads, and back. */
export function MoveSection({ onFile, refused }: MoveSectionProps) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const chooser = useRef<HTMLInputElement>(null);
  const save = (name: string, text: string) =>
    store.getState().ports.files.save(name, 'application/json', text);
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <div>
          <h3 className={styles.title}>{t('settings.files.policies')}</h3>
          <p className={styles.soft}>{t('settings.files.policiesHint')}</p>
        </div>
        <Button
          icon={Download}
          onClick={() => save('policies.json', policiesText(store.getState().policies))}
        >
          {t('settings.files.savePolicies')}
        </Button>
      </div>
      <div className={styles.line}>
        <div>
          <h3 className={styles.title}>{t('settings.files.rates')}</h3>
          <p className={styles.soft}>{t('settings.files.ratesHint')}</p>
        </div>
        <Button icon={Download} onClick={() => save('rates.json', ratesText(store.getState().calibration))}>
          {t('settings.files.saveRates')}
        </Button>
      </div>
      <div className={styles.line}>
        <p className={styles.soft}>{t('settings.files.drop')}</p>
        <Button icon={FolderOpen} onClick={() => chooser.current?.click()}>
          {t('settings.files.read')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('settings.files.read')}
          accept=".json,application/json"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) onFile(file);
            // The same file may be chosen again after it was mended.
            event.target.value = '';
          }}
        />
      </div>
      {refused && <Refusal key={refused.words.join()} refused={refused} />}
    </div>
  );
}

function Refusal({ refused: { file, words } }: { readonly refused: RefusedSettings }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // The file may have been dropped far from here. In braces: some browsers answer with a promise, which is no cleanup.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={box} role="alert" className={styles.refused}>
      <Icon of={CircleAlert} />
      <div>
        <p>{t('settings.files.refused', { file })}</p>
        <ul className={styles.reasons}>
          {words.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

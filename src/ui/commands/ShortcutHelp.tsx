import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../Dialog.tsx';
import { TextInput } from '../TextInput.tsx';
import type { Command } from './command.ts';
import { keyWords } from './keyNames.ts';
import { useAllCommands } from './registry.ts';
import { searchCommands } from './search.ts';
import styles from './ShortcutHelp.module.css';

interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every key there is and what it does, to be searched by either. */
export function ShortcutHelp({ open, onClose }: ShortcutHelpProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('ui.shortcuts.title')} open={open} onClose={onClose} wide>
      <Keys />
    </Dialog>
  );
}

function Keys() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const withKeys = useAllCommands().filter(({ keys }) => keys && keys.length > 0);
  const byKeys = withKeys.map((command) => ({
    ...command,
    words: `${command.words ?? ''} ${shownKeys(command).join(' ')}`,
  }));
  const found = searchCommands(byKeys, text);
  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <>
      <TextInput
        value={text}
        onChange={setText}
        data-autofocus
        aria-label={t('ui.shortcuts.search')}
        placeholder={t('ui.shortcuts.search')}
      />
      <p role="status" className={found.length > 0 ? 'visually-hidden' : undefined}>
        {t('ui.shortcuts.found', { count: found.length })}
      </p>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl className={styles.keys}>
              {found
                .filter((command) => command.group === group)
                .map((command) => (
                  <div key={command.id} className={styles.row}>
                    <dt>{command.label}</dt>
                    <dd>
                      {shownKeys(command).map((keys) => (
                        <kbd key={keys}>{keys}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

function shownKeys({ keys = [] }: Command): readonly string[] {
  return keys.map((one) => keyWords(one));
}

import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../state/useWorkspace.ts';
import { useAllCommands } from '../../ui/commands/registry.ts';
import { keyWords } from '../../ui/commands/keyNames.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { removable } from './canvasEdits.ts';
import styles from './SeveralTools.module.css';

const ARRANGE = [
  'canvas.alignLeft',
  'canvas.alignCentre',
  'canvas.alignRight',
  'canvas.alignTop',
  'canvas.alignMiddle',
  'canvas.alignBottom',
  'canvas.distributeAcross',
  'canvas.distributeDown',
];
const DO = [
  'canvas.tidy',
  'canvas.group',
  'canvas.ungroup',
  'canvas.tint',
  'canvas.toggleDisabled',
  'canvas.duplicate',
];

/** What is done with several steps at once, as buttons. */
export function SeveralTools() {
  const { t } = useTranslation();
  const entryStays = useWorkspace(
    ({ journey, selection }) => journey && removable(journey, selection).length < selection.length,
  );
  const all = new Map(useAllCommands().map((command) => [command.id, command]));
  const found = (ids: readonly string[]) => ids.flatMap((id) => all.get(id) ?? []);
  return (
    <>
      <div className={styles.icons}>
        {found(ARRANGE).map(
          ({ id, icon, label, unavailable, run }) =>
            icon && (
              <IconButton
                key={id}
                icon={icon}
                label={label}
                disabled={unavailable !== undefined}
                onClick={run}
              />
            ),
        )}
      </div>
      <div className={styles.words}>
        {found(DO).map(({ id, icon, label, keys, unavailable, run }) => (
          <Button key={id} wide icon={icon} disabled={unavailable !== undefined} onClick={run}>
            <span>{label}</span>
            {keys?.[0] && <kbd>{keyWords(keys[0])}</kbd>}
          </Button>
        ))}
      </div>
      {entryStays && <p className={styles.why}>{t('canvas.entryKept')}</p>}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { History as Clock, Redo2, Undo2, Users } from 'lucide-react';
import { useLocation } from 'wouter';
import { RunControl } from '../features/run-simulation/RunControl.tsx';
import { useWorkspace, useWorkspaceStore } from '../state/useWorkspace.ts';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { JourneyName } from './JourneyName.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import styles from './TopBar.module.css';

interface TopBarProps {
  readonly onOpenFile: () => void;
  readonly onPasteMermaid: () => void;
  readonly onVersions: () => void;
  readonly onTour: () => void;
  readonly onCommands: () => void;
}

/** What is open, whether it is kept, and what can be done with the whole of it. */
export function TopBar(props: TopBarProps) {
  return (
    <header className={styles.bar} data-noprint>
      <JourneyName />
      <SaveStatus />
      <span className={styles.space} />
      <History onVersions={props.onVersions} />
      <AudienceButton />
      <RunControl />
      <MoreMenu {...props} />
    </header>
  );
}

function History({ onVersions }: { readonly onVersions: () => void }) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const canUndo = useWorkspace((workspace) => workspace.canUndo);
  const canRedo = useWorkspace((workspace) => workspace.canRedo);
  return (
    <span className={styles.group}>
      <IconButton
        icon={Undo2}
        label={t('shell.undo')}
        shortcut="Ctrl+Z"
        disabled={!canUndo}
        onClick={() => store.getState().undo()}
      />
      <IconButton
        icon={Redo2}
        label={t('shell.redo')}
        shortcut="Ctrl+Y"
        disabled={!canRedo}
        onClick={() => store.getState().redo()}
      />
      <IconButton
        icon={Clock}
        label={t('shell.versions.open')}
        className={styles.wide}
        onClick={onVersions}
      />
    </span>
  );
}

function AudienceButton() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const imported = useWorkspace(({ audience, audiences }) =>
    audience.kind === 'imported'
      ? (audiences.find(({ id }) => id === audience.id)?.name ?? audience.id)
      : undefined,
  );
  const name = imported ?? t('words.sampleAudience');
  return (
    <Button
      look="quiet"
      icon={Users}
      aria-label={t('shell.audience', { name })}
      title={name}
      className={classes(styles.audience, styles.wide)}
      onClick={() => go('/audiences')}
    >
      <span>{name}</span>
    </Button>
  );
}

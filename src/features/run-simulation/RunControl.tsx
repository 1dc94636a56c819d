import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Play, SlidersHorizontal, X } from 'lucide-react';
import { useFormat } from '../../i18n/useFormat.ts';
import type { RunState } from '../../state/workspace.ts';
import { useWorkspace, useWorkspaceStore } from '../../state/useWorkspace.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import { contactsOf } from './contactsOf.ts';
import styles from './RunControl.module.css';

// Most runs are of everybody: the choice is fetched when somebody asks for it.
const RunDialog = lazy(async () => ({ default: (await import('./RunDialog.tsx')).RunDialog }));

/** Runs everybody at a press, or as many as one likes; while it runs, how far it is and the way to stop it. */
export function RunControl() {
  const run = useWorkspace((workspace) => workspace.run);
  return run.kind === 'running' ? <Running run={run} /> : <Idle />;
}

function Idle() {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const narrow = useMedia(NARROW);
  const contacts = useWorkspace(contactsOf);
  const blocker = useWorkspace(
    ({ problems }) => problems.find(({ severity }) => severity === 'error')?.words,
  );
  const ready = useWorkspace(({ journey }) => journey !== undefined);
  // Undefined until it is opened first; what was chosen stays while it is closed.
  const [choosing, setChoosing] = useState<boolean>();
  const label = t('runSimulation.run', { count: contacts, contacts: format.number(contacts) });
  const blocked = blocker === undefined ? undefined : t('runSimulation.blocked', { problem: blocker });
  return (
    <span className={styles.idle} data-tour="run">
      <Tooltip words={blocked}>
        <Button
          look="primary"
          icon={Play}
          aria-label={label}
          aria-disabled={blocked !== undefined}
          disabled={!ready || contacts === 0}
          className={styles.main}
          onClick={() => blocked === undefined && store.getState().startRun(contacts)}
        >
          {narrow ? t('runSimulation.runShort') : label}
        </Button>
      </Tooltip>
      <IconButton
        look="primary"
        icon={SlidersHorizontal}
        label={t('runSimulation.options')}
        disabled={!ready || blocked !== undefined}
        className={styles.options}
        onClick={() => setChoosing(true)}
      />
      <Suspense>
        {choosing !== undefined && (
          <RunDialog open={choosing} contacts={contacts} onClose={() => setChoosing(false)} />
        )}
      </Suspense>
    </span>
  );
}

function Running({ run }: { readonly run: Extract<RunState, { kind: 'running' }> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useWorkspaceStore();
  const { share, secondsLeft } = run.progress;
  const per = `${Math.floor(share * 100)} %`;
  const words =
    secondsLeft === undefined
      ? t('runSimulation.share', { share: per })
      : t('runSimulation.left', { share: per, wait: format.wait(secondsLeft) });
  return (
    <span className={styles.running}>
      <span className={styles.progress}>
        <span className={styles.words}>{words}</span>
        <ProgressBar
          label={t('runSimulation.progress', { count: run.contacts, contacts: format.number(run.contacts) })}
          share={share}
        />
      </span>
      <Button icon={X} onClick={() => store.getState().cancelRun()}>
        {t('runSimulation.cancel')}
      </Button>
    </span>
  );
}

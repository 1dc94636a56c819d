import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ClipboardPaste,
  Command as CommandIcon,
  FileDown,
  Keyboard,
  Monitor,
  Moon,
  Play,
  Printer,
  Redo2,
  Save,
  Signpost,
  Square,
  Sun,
  Undo2,
  Workflow,
} from 'lucide-react';
import { useLocation } from 'wouter';
import { contactsOf } from '../features/run-simulation/contactsOf.ts';
import { useWorkspace, useWorkspaceStore } from '../state/useWorkspace.ts';
import type { Command } from '../ui/commands/command.ts';
import { useCommands } from '../ui/commands/registry.ts';
import { useNotices } from '../ui/notices.ts';
import { VIEWS } from './Rail.tsx';
import { chooseTheme, THEMES } from './theme.ts';
import { useDownloads } from './useDownloads.ts';
import { useJourneyCommands, type JourneyMeans } from './useJourneyCommands.tsx';
import { useNamedCommands } from './useNamedCommands.ts';

type Shown = 'palette' | 'shortcuts' | undefined;

interface AppMeans extends JourneyMeans {
  readonly onOpened: () => void;
  readonly onPasteMermaid: () => void;
  readonly onTour: () => void;
}

/** What can be done in every view, and which of the two lists of everything is open. */
export function useAppCommands({ onOpened, onPasteMermaid, onTour, ...means }: AppMeans) {
  const [shown, setShown] = useState<Shown>();
  const work = useWorkCommands();
  const { commands: journey, dialog } = useJourneyCommands(means);
  const other = useOtherCommands(onPasteMermaid);
  const lists = useListCommands(setShown, onTour);
  const { add, attempt } = means;
  const named = useNamedCommands({ add, attempt, onOpened, wanted: shown === 'palette' });
  const source = useMemo(
    () => ({ commands: [...work, ...journey, ...other, ...lists], named }),
    [work, journey, other, lists, named],
  );
  useCommands(source);
  return { shown, show: setShown, close: () => setShown(undefined), dialog };
}

function useListCommands(show: (shown: Shown) => void, onTour: () => void): readonly Command[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'app.palette',
        label: t('ui.commands.open'),
        group: t('shell.commands.help'),
        icon: CommandIcon,
        keys: ['Ctrl+K'],
        run: () => show('palette'),
      },
      {
        id: 'app.shortcuts',
        label: t('ui.shortcuts.title'),
        group: t('shell.commands.help'),
        icon: Keyboard,
        keys: ['?'],
        run: () => show('shortcuts'),
      },
      {
        id: 'app.tour',
        label: t('shell.tour.start'),
        group: t('shell.commands.help'),
        icon: Signpost,
        run: onTour,
      },
    ],
    [t, show, onTour],
  );
}

/** Undo, keep, run. */
function useWorkCommands(): readonly Command[] {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const canUndo = useWorkspace((workspace) => workspace.canUndo);
  const canRedo = useWorkspace((workspace) => workspace.canRedo);
  const running = useWorkspace(({ run }) => run.kind === 'running');
  const blocker = useWorkspace(
    ({ problems }) => problems.find(({ severity }) => severity === 'error')?.words,
  );
  return useMemo(() => {
    const group = t('shell.commands.work');
    const sayWhetherKept = () => {
      const { save } = store.getState();
      if (save.kind === 'saved') notices.say(t('shell.save.already'));
      else if (save.kind === 'saving') notices.say(t('shell.save.onItsWay'));
      else notices.say(t('shell.save.failedWhy', { words: save.words }), { tone: 'bad' });
    };
    return [
      {
        id: 'app.undo',
        label: t('shell.undo'),
        group,
        icon: Undo2,
        keys: ['Ctrl+Z'],
        unavailable: canUndo ? undefined : t('shell.commands.nothingToUndo'),
        run: () => store.getState().undo(),
      },
      {
        id: 'app.redo',
        label: t('shell.redo'),
        group,
        icon: Redo2,
        keys: ['Ctrl+Y', 'Ctrl+Shift+Z'],
        unavailable: canRedo ? undefined : t('shell.commands.nothingToRedo'),
        run: () => store.getState().redo(),
      },
      {
        id: 'app.save',
        label: t('shell.commands.save'),
        group,
        icon: Save,
        keys: ['Ctrl+S'],
        run: sayWhetherKept,
      },
      running
        ? {
            id: 'app.cancelRun',
            label: t('runSimulation.cancel'),
            group,
            icon: Square,
            run: () => store.getState().cancelRun(),
          }
        : {
            id: 'app.run',
            label: t('shell.commands.run'),
            group,
            icon: Play,
            keys: ['Ctrl+Enter'],
            unavailable: blocker && t('runSimulation.blocked', { problem: blocker }),
            run: () => store.getState().startRun(contactsOf(store.getState())),
          },
    ];
  }, [t, store, notices, canUndo, canRedo, running, blocker]);
}

/** Views, files, how it looks. */
function useOtherCommands(onPasteMermaid: () => void): readonly Command[] {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const downloads = useDownloads();
  return useMemo(() => {
    const files = t('shell.commands.files');
    return [
      ...VIEWS.map(({ path, name, icon }) => ({
        id: `app.go.${name}`,
        label: t('shell.commands.go', { view: t(`shell.nav.${name}`) }),
        group: t('shell.nav.label'),
        icon,
        words: t(`shell.commands.also.${name}`),
        run: () => go(path),
      })),
      {
        id: 'app.json',
        label: t('shell.more.json'),
        group: files,
        icon: FileDown,
        words: t('shell.commands.also.json'),
        run: downloads.json,
      },
      {
        id: 'app.take',
        label: t('shell.more.take'),
        group: files,
        icon: Workflow,
        words: t('shell.commands.also.take'),
        run: () => go('/take'),
      },
      {
        id: 'app.paste',
        label: t('shell.more.paste'),
        group: files,
        icon: ClipboardPaste,
        words: t('shell.commands.also.paste'),
        run: onPasteMermaid,
      },
      {
        id: 'app.print',
        label: t('shell.commands.print'),
        group: files,
        icon: Printer,
        keys: ['Ctrl+P'],
        native: true,
        run: () => window.print(),
      },
      ...THEMES.map((name) => ({
        id: `app.theme.${name}`,
        label: t('shell.more.theme', { theme: t(`shell.theme.${name}`) }),
        group: t('shell.settings.look'),
        icon: THEME_ICONS[name],
        words: t('shell.commands.also.theme'),
        run: () => chooseTheme(name),
      })),
    ];
  }, [t, go, downloads, onPasteMermaid]);
}

const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon } as const;

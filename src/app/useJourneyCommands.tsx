import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Copy, FilePlus, FolderOpen, History, LayoutTemplate, PencilLine, Tag, Trash2 } from 'lucide-react';
import { useLocation } from 'wouter';
import { duplicateOf, emptyJourney } from '../features/manage-journeys/copies.ts';
import { DeleteDialog } from '../features/manage-journeys/DeleteDialog.tsx';
import type { BringIn } from '../features/manage-journeys/useBringIn.tsx';
import type { JourneySummary } from '../state/ports.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import type { Command } from '../ui/commands/command.ts';
import { useNotices } from '../ui/notices.ts';
import { JOURNEY_NAME_ID } from './JourneyName.tsx';

export interface JourneyMeans {
  readonly add: BringIn['add'];
  readonly attempt: BringIn['attempt'];
  readonly onOpenFile: () => void;
  readonly onVersions: (options?: { readonly saving: boolean }) => void;
}

interface JourneyCommands {
  readonly commands: readonly Command[];
  /** To be rendered once by whoever uses this. */
  readonly dialog: ReactNode;
}

/** What can be done with the open journey as a whole, and the ways to another one. */
export function useJourneyCommands({ add, attempt, onOpenFile, onVersions }: JourneyMeans): JourneyCommands {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [, go] = useLocation();
  const [leaving, setLeaving] = useState<JourneySummary>();
  const commands = useMemo(() => {
    const journey = t('shell.commands.journey');
    const journeys = t('shell.nav.journeys');
    const duplicate = () => {
      const { journey: open } = store.getState();
      if (open) add(duplicateOf(open, t('manageJourneys.copyOf', { name: open.name })));
    };
    const startEmpty = () =>
      add(emptyJourney(t('manageJourneys.emptyName'), Date.now(), store.getState().defaults));
    const askToDelete = () => {
      const { journey: open, library } = store.getState();
      setLeaving(library.find(({ id }) => id === open?.id));
    };
    const showTemplates = () => {
      go('/journeys');
      scrollToTemplates();
    };
    const known: readonly KnownCommand[] = [
      { name: 'saveVersion', group: journey, icon: Tag, run: () => onVersions({ saving: true }) },
      { name: 'versions', group: journey, icon: History, run: () => onVersions() },
      { name: 'renameJourney', group: journey, icon: PencilLine, run: focusName },
      { name: 'duplicateJourney', group: journey, icon: Copy, run: duplicate },
      { name: 'deleteJourney', group: journey, icon: Trash2, run: askToDelete },
      { name: 'newJourney', group: journeys, icon: FilePlus, run: startEmpty },
      { name: 'templates', group: journeys, icon: LayoutTemplate, run: showTemplates },
      { name: 'open', group: journeys, icon: FolderOpen, run: onOpenFile },
    ];
    return known.map(({ name, ...command }): Command => ({
      ...command,
      id: `app.${name}`,
      label: t(`shell.commands.${name}`),
      words: t(`shell.commands.also.${name}`),
    }));
  }, [t, store, go, add, onOpenFile, onVersions]);
  const remove = (id: JourneySummary['id']) =>
    attempt(async () => {
      const name = store.getState().library.find((known) => known.id === id)?.name ?? '';
      await store.getState().removeJourney(id);
      const next = store.getState().journey?.name ?? '';
      notices.say(t('shell.commands.journeyDeleted', { name, next }));
    });
  return {
    commands,
    dialog: <DeleteDialog leaving={leaving} onClose={() => setLeaving(undefined)} onDelete={remove} />,
  };
}

interface KnownCommand extends Pick<Command, 'group' | 'icon' | 'run'> {
  /** Its key among the words. */
  readonly name:
    | 'saveVersion'
    | 'versions'
    | 'renameJourney'
    | 'duplicateJourney'
    | 'deleteJourney'
    | 'newJourney'
    | 'templates'
    | 'open';
}

/** The name is changed where it stands. */
function focusName(): void {
  const name = document.getElementById(JOURNEY_NAME_ID);
  if (!(name instanceof HTMLInputElement)) return;
  name.focus();
  name.select();
}

/** Frames: the library is fetched when it is first looked at. */
const TRIES = 200;

function scrollToTemplates(tries = TRIES): void {
  requestAnimationFrame(() => {
    const heading = document.getElementById('templates');
    if (heading) heading.scrollIntoView();
    else if (tries > 0) scrollToTemplates(tries - 1);
  });
}

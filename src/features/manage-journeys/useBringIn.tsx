import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Journey } from '../../journey/journey.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';
import { useNotices } from '../../ui/notices.ts';
import { importedTogether } from './copies.ts';
import type { RefusedFile } from './ProblemsDialog.tsx';

// Few files are refused, drawn or foreign: what shows them comes when there is one.
const ProblemsDialog = lazy(async () => ({ default: (await import('./ProblemsDialog.tsx')).ProblemsDialog }));
const MermaidDialog = lazy(async () => ({ default: (await import('./MermaidDialog.tsx')).MermaidDialog }));
const PlatformFileDialog = lazy(async () => ({
  default: (await import('./PlatformFileDialog.tsx')).PlatformFileDialog,
}));

export interface BringIn {
  /** Stores a new journey and opens it. */
  readonly add: (journey: Journey) => void;
  /** A journey file, a Mermaid flowchart, or the files of a journey of another platform. What is wrong is shown; then nothing changes. */
  readonly openFiles: (files: readonly File[]) => void;
  readonly pasteMermaid: () => void;
  /** Runs what may fail; what went wrong is said, and nothing else happens. */
  readonly attempt: (work: () => Promise<void>) => void;
  /** To be rendered once by whoever uses this. */
  readonly dialogs: ReactNode;
}

/** The ways in which a journey comes into the workspace. `onOpened`: it is there and open. */
export function useBringIn(onOpened: () => void): BringIn {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const notices = useNotices();
  const [, go] = useLocation();
  const [refused, setRefused] = useState<RefusedFile>();
  /** The text to begin with; undefined: the dialog is closed. */
  const [pasted, setPasted] = useState<string>();

  const [foreign, setForeign] = useState<readonly ExchangeFile[]>();

  const attempt = useCallback(
    (work: () => Promise<void>) => {
      work().catch((error: unknown) => {
        const words = wordsOf(error);
        notices.say(t('manageJourneys.failedText', { words }), { tone: 'bad' });
      });
    },
    [notices, t],
  );
  const actions = useMemo(() => {
    const bring = async (journeys: readonly Journey[]) => {
      for (const journey of journeys) await store.getState().addJourney(journey);
      onOpened();
    };
    const add = (journey: Journey) => attempt(() => bring([journey]));
    const openText = async (file: string, text: string) => {
      const { ports, openRehearsal } = store.getState();
      const read = (await ports.exchange()).readRehearsal(text);
      if (!read.ok) {
        setRefused({ file, problems: read.problems });
        return;
      }
      const { rehearsal } = read;
      const opened = openRehearsal(rehearsal);
      go('/results');
      // Few open one, so its words come with it.
      const { openedWords } = await import('./openedWords.ts');
      const { words, tone } = openedWords(await opened, rehearsal, t);
      notices.say(words, { tone });
    };
    const openFiles = (files: readonly File[]) =>
      attempt(async () => {
        if (files.length === 0) return;
        // Files come seldom, so what reads them comes with the first.
        const { sortFiles } = await import('./sortFiles.ts');
        const sorted = await sortFiles(files, t, store.getState().ports.exchange);
        if (sorted.kind === 'flowchart') setPasted(sorted.text);
        else if (sorted.kind === 'rehearsal') await openText(sorted.name, sorted.text);
        else if (sorted.kind === 'refused') setRefused(sorted.refused);
        else if (sorted.kind === 'foreign') setForeign(sorted.files);
        else {
          const taken = new Set<string>(store.getState().library.map(({ id }) => id));
          await bring(importedTogether(sorted.journeys, taken));
          const count = sorted.journeys.length;
          if (count > 1) notices.say(t('takeToPlatform.bringIn.opened', { count }));
        }
      });
    return { add, openFiles, pasteMermaid: () => setPasted('') };
  }, [attempt, onOpened, go, notices, store, t]);
  const dialogs = (
    <Suspense>
      {refused && <ProblemsDialog refused={refused} onClose={() => setRefused(undefined)} />}
      {pasted !== undefined && (
        <MermaidDialog start={pasted} onClose={() => setPasted(undefined)} onCreate={actions.add} />
      )}
      {foreign && (
        <PlatformFileDialog files={foreign} onClose={() => setForeign(undefined)} onCreate={actions.add} />
      )}
    </Suspense>
  );
  return { ...actions, attempt, dialogs };
}

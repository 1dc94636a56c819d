import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audience } from '../../audience/audience.ts';
import type { Problem } from '../../journey/problem.ts';
import type { ImportHandle, Progress } from '../../state/ports.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { wordsOf } from '../../state/wordsOf.ts';

export type ImportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly progress: Progress }
  | { readonly kind: 'read'; readonly audience: Audience; readonly warnings: readonly Problem[] }
  | { readonly kind: 'failed'; readonly name: string; readonly problems: readonly Problem[] };

const IDLE: ImportState = { kind: 'idle' };

/** One import at a time: its progress, its outcome, and a way out that works at once. `onCancelled`: nothing was kept. */
export function useCsvImport(onCancelled: () => void) {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const [state, setState] = useState<ImportState>(IDLE);
  const running = useRef<ImportHandle | undefined>(undefined);
  // Leaving the view ends the import; what was read so far is kept nowhere.
  useEffect(() => () => running.current?.cancel(), []);

  const start = (file: File) => {
    const { name } = file;
    running.current?.cancel();
    setState({ kind: 'reading', name, progress: { share: 0 } });
    const handle = store.getState().ports.importer.importCsv(file, name, (progress) => {
      if (running.current === handle) setState({ kind: 'reading', name, progress });
    });
    running.current = handle;
    const finish = (next: ImportState) => {
      if (running.current !== handle) return;
      running.current = undefined;
      setState(next);
    };
    handle.done
      .then((outcome) =>
        finish(
          outcome.ok
            ? { kind: 'read', audience: outcome.audience, warnings: outcome.warnings ?? [] }
            : { kind: 'failed', name, problems: outcome.problems },
        ),
      )
      .catch((error: unknown) => finish({ kind: 'failed', name, problems: [stopped(error)] }));
  };
  const stopped = (error: unknown): Problem => {
    const words = wordsOf(error);
    return {
      code: 'import-stopped',
      severity: 'error',
      words: t('manageAudience.failed.sentence', { words }),
      values: {},
    };
  };
  const cancel = () => {
    const handle = running.current;
    running.current = undefined;
    handle?.cancel();
    setState(IDLE);
    onCancelled();
  };
  return { state, start, cancel, close: () => setState(IDLE) };
}

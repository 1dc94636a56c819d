import { useCallback, useMemo, type ReactNode } from 'react';
import { ChartFilesContext, type ChartFiles } from '../charts/chartFiles.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { SaveFileContext, type SaveFile } from '../ui/saveFile.ts';

/** Where the pictures and tables of the app go: files through the port, copies to the clipboard. */
export function ChartFilesProvider({ children }: { readonly children: ReactNode }) {
  const store = useWorkspaceStore();
  const save = useCallback<SaveFile>(
    (name, type, contents) => store.getState().ports.files.save(name, type, contents),
    [store],
  );
  const files = useMemo(
    (): ChartFiles => ({
      save,
      // The promise goes along: the clipboard is asked while the press still counts.
      copyPicture: async (picture) =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]),
    }),
    [save],
  );
  return (
    <ChartFilesContext value={files}>
      <SaveFileContext value={save}>{children}</SaveFileContext>
    </ChartFilesContext>
  );
}

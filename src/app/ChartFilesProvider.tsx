import { useMemo, type ReactNode } from 'react';
import { ChartFilesContext, type ChartFiles } from '../charts/chartFiles.ts';
import { useWorkspaceStore } from '../state/useWorkspace.ts';
import { SaveFileContext } from '../ui/saveFile.ts';

/** Where the pictures and tables of the app go: files through the port, copies to the clipboard. */
export function ChartFilesProvider({ children }: { readonly children: ReactNode }) {
  const store = useWorkspaceStore();
  const files = useMemo(
    (): ChartFiles => ({
      save: (name, type, contents) => store.getState().ports.files.save(name, type, contents),
      // The promise goes along: the clipboard is asked while the press still counts.
      copyPicture: async (picture) =>
        navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]),
    }),
    [store],
  );
  return (
    <ChartFilesContext value={files}>
      <SaveFileContext value={files.save}>{children}</SaveFileContext>
    </ChartFilesContext>
  );
}

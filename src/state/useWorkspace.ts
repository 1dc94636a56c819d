import { createContext, useContext } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { Workspace } from './workspace.ts';

export const WorkspaceContext = createContext<StoreApi<Workspace> | undefined>(undefined);

/** The store itself, for reading inside event handlers without following it. */
export function useWorkspaceStore(): StoreApi<Workspace> {
  const store = useContext(WorkspaceContext);
  if (!store) throw new Error('useWorkspace needs a WorkspaceContext around it');
  return store;
}

/** A slice of the open app; the component renders again when the slice changes (compared with `Object.is`). */
export function useWorkspace<T>(select: (workspace: Workspace) => T): T {
  return useStore(useWorkspaceStore(), select);
}

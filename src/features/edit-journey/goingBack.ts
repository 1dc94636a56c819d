import type { StoreApi } from 'zustand';
import type { Workspace } from '../../state/workspace.ts';

const listeners = new WeakMap<StoreApi<Workspace>, () => void>();

/** Calls the one who shows the forms when somebody goes back to one of them: what lies over it has to go. Returns its end. */
export function onGoingBack(store: StoreApi<Workspace>, listener: () => void): () => void {
  listeners.set(store, listener);
  return () => {
    if (listeners.get(store) === listener) listeners.delete(store);
  };
}

export function goingBack(store: StoreApi<Workspace>): void {
  listeners.get(store)?.();
}

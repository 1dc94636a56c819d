import type { StoreApi } from 'zustand';
import type { Workspace } from '../../../state/workspace.ts';
import type { Draft } from '../../../ui/drafts.ts';

type Drafts = ReadonlyMap<string, Draft>;

const KEPT = new WeakMap<StoreApi<Workspace>, Map<string, Drafts>>();

/** What the editor’s boxes refused and hold again when it opens once more, by journey and send. */
export function draftsOf(store: StoreApi<Workspace>): Map<string, Drafts> {
  const known = KEPT.get(store) ?? new Map<string, Drafts>();
  KEPT.set(store, known);
  return known;
}

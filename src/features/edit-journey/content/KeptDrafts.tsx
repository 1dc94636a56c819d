import { useLayoutEffect, useState, type ReactNode } from 'react';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';
import { DraftContext, type DraftPlace } from '../../../ui/drafts.ts';
import { draftsOf } from './keptDrafts.ts';

interface KeptDraftsProps {
  readonly name: string;
  /** Told when the editor closes how many texts it holds back. */
  readonly onKept: (count: number) => void;
  readonly children: ReactNode;
}

/** Nothing that was typed goes with the editor: what its boxes refused is in them again when it opens. */
export function KeptDrafts({ name, onKept, children }: KeptDraftsProps) {
  const store = useWorkspaceStore();
  const [place] = useState((): DraftPlace => ({
    refused: new Map(draftsOf(store).get(name)),
    path: '',
  }));
  useLayoutEffect(
    () => () => {
      // React takes down what is around before what is inside: the boxes have not yet withdrawn their text.
      const refused = new Map(place.refused);
      draftsOf(store).set(name, refused);
      onKept(refused.size);
    },
    [place, store, name, onKept],
  );
  return <DraftContext value={place}>{children}</DraftContext>;
}

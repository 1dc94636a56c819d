import { useEffect, useState } from 'react';
import type { Journey } from '../../../journey/journey.ts';
import { wordsOf } from '../../../state/wordsOf.ts';
import { useWorkspaceStore } from '../../../state/useWorkspace.ts';

export type VersionDocument =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly journey: Journey }
  | { readonly kind: 'failed'; readonly words: string };

const READING: VersionDocument = { kind: 'reading' };

/** The document of a version; it never changes. `gone`: what is said when it is not there. Without an id nothing is read. */
export function useVersionDocument(id: string | undefined, gone: string): VersionDocument {
  const store = useWorkspaceStore();
  const [found, setFound] = useState<{ readonly id: string; readonly document: VersionDocument }>();
  useEffect(() => {
    if (id === undefined) return;
    let wanted = true;
    const show = (document: VersionDocument) => wanted && setFound({ id, document });
    store
      .getState()
      .ports.versions.load(id)
      .then(
        (journey) => show(journey ? { kind: 'read', journey } : { kind: 'failed', words: gone }),
        (error: unknown) => show({ kind: 'failed', words: wordsOf(error) }),
      );
    return () => {
      wanted = false;
    };
  }, [id, gone, store]);
  return found && found.id === id ? found.document : READING;
}

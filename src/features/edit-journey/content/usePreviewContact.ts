import { useEffect, useState } from 'react';
import type { ContactValues } from '../../../journey/content/render.ts';
import { useWorkspace } from '../../../state/useWorkspace.ts';
import { wordsOf } from '../../../state/wordsOf.ts';

export type PreviewContact =
  | { readonly kind: 'reading' }
  /** `row` is behind the one that is asked for while that is being read. */
  | { readonly kind: 'read'; readonly row: number; readonly values: ContactValues }
  | { readonly kind: 'failed'; readonly words: string };

/** What is known of a contact of the audience in use. */
export function usePreviewContact(row: number): PreviewContact {
  const [contact, setContact] = useState<PreviewContact>({ kind: 'reading' });
  const simulator = useWorkspace(({ ports }) => ports.simulator);
  const audience = useWorkspace((workspace) => workspace.audience);
  useEffect(() => {
    let isGone = false;
    simulator.contact(audience, row).then(
      (values) => !isGone && setContact({ kind: 'read', row, values }),
      (error: unknown) => {
        const words = wordsOf(error);
        if (!isGone) setContact({ kind: 'failed', words });
      },
    );
    return () => {
      isGone = true;
    };
  }, [simulator, audience, row]);
  return contact;
}

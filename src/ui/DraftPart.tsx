import type { ReactNode } from 'react';
import { DraftContext, useDraftPlace } from './drafts.ts';

/** A part of a form whose boxes may be called like those of another part. */
export function DraftPart({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <DraftContext value={useDraftPlace(name)}>{children}</DraftContext>;
}

import { createContext, useContext } from 'react';
import type { NoteId } from '../../journey/annotations.ts';
import type { StepId } from '../../journey/journey.ts';
import type { ExitRef } from './canvasEdits.ts';

/** What cards and links ask of the canvas around them. Never changes, so that no card renders again for it. */
export interface CanvasActions {
  /** Opens the list of kinds beside `anchor`; the choice goes behind the exit. */
  pickAfter(exit: ExitRef, anchor: Element): void;
  removeLink(exit: ExitRef): void;
  nameOf(id: StepId): string;
  editNote(id: NoteId): void;
  writeNote(id: NoteId, text: string): void;
}

export const CanvasContext = createContext<CanvasActions | undefined>(undefined);

export function useCanvas(): CanvasActions {
  const actions = useContext(CanvasContext);
  if (!actions) throw new Error('a card or link needs a canvas around it');
  return actions;
}

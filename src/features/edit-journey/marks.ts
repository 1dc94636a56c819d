import type { GroupId, NoteId } from '../../journey/annotations.ts';
import type { ExitRef } from './canvasEdits.ts';

/** What is marked on the canvas beside the selected steps: a link, notes, and what is being written in. */
export interface Marks {
  readonly link: ExitRef | undefined;
  readonly notes: readonly NoteId[];
  readonly editingNote: NoteId | undefined;
  readonly renamingGroup: GroupId | undefined;
}

export const NO_MARKS: Marks = {
  link: undefined,
  notes: [],
  editingNote: undefined,
  renamingGroup: undefined,
};

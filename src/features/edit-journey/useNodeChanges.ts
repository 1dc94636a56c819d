import { useCallback, useRef } from 'react';
import type { NodeChange } from '@xyflow/react';
import type { Note, NoteId } from '../../journey/annotations.ts';
import type { Edit } from '../../journey/edits.ts';
import type { Position, StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import { noteIdOf, type CanvasNode } from './flow.ts';
import type { Dragging } from './useFlow.ts';

interface Selecting {
  readonly notes: readonly NoteId[];
  readonly onNotes: (ids: readonly NoteId[]) => void;
}

interface Moved {
  readonly steps: Record<StepId, Position>;
  readonly notes: Record<NoteId, Partial<Note>>;
  drops: boolean;
}

/** Places and sizes while dragging stay here; at the drop they become one edit. The selection goes to the workspace. */
export function useNodeChanges(dragging: Dragging, { notes, onNotes }: Selecting) {
  const store = useWorkspaceStore();
  const stretched = useRef<Record<NoteId, Partial<Note>>>({});
  const { move, moveNotes, stop } = dragging;
  return useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const moved = movedBy(changes);
      if (Object.keys(moved.steps).length > 0) move(moved.steps);
      if (Object.keys(moved.notes).length > 0) {
        for (const [id, box] of Object.entries(moved.notes))
          stretched.current[id] = { ...stretched.current[id], ...box };
        moveNotes(moved.notes);
      }
      if (moved.drops) {
        const { journey } = store.getState();
        const edits: readonly Edit[] = [
          ...(Object.keys(moved.steps).length > 0 ? [{ type: 'moveSteps', to: moved.steps } as const] : []),
          ...Object.entries(stretched.current).flatMap(([id, box]): Edit[] => {
            const note = journey?.notes?.[id];
            return note ? [{ type: 'putNote', id, note: { ...note, ...box } }] : [];
          }),
        ];
        stretched.current = {};
        if (edits.length > 0) store.getState().edit({ type: 'several', edits });
        stop();
      }
      select(changes, store.getState(), { notes, onNotes });
    },
    [store, move, moveNotes, stop, notes, onNotes],
  );
}

function movedBy(changes: readonly NodeChange<CanvasNode>[]): Moved {
  const moved: Moved = { steps: {}, notes: {}, drops: false };
  for (const change of changes) {
    if (change.type === 'position') {
      const note = noteIdOf(change.id);
      if (change.position && note !== undefined)
        moved.notes[note] = { ...moved.notes[note], ...change.position };
      else if (change.position) moved.steps[change.id as StepId] = change.position;
      moved.drops ||= change.dragging === false;
    }
    if (change.type === 'dimensions') {
      const note = noteIdOf(change.id);
      if (note === undefined) continue;
      if (change.dimensions && change.resizing)
        moved.notes[note] = { ...moved.notes[note], ...change.dimensions };
      moved.drops ||= change.resizing === false;
    }
  }
  return moved;
}

function select(
  changes: readonly NodeChange<CanvasNode>[],
  {
    selection,
    select: choose,
  }: { readonly selection: readonly StepId[]; readonly select: (ids: readonly StepId[]) => void },
  { notes, onNotes }: Selecting,
): void {
  const picked = changes.filter((change) => change.type === 'select');
  if (picked.length === 0) return;
  const [steps, chosen] = [new Set(selection), new Set(notes)];
  for (const { id, selected } of picked) {
    const note = noteIdOf(id);
    if (note === undefined) steps[selected ? 'add' : 'delete'](id as StepId);
    else chosen[selected ? 'add' : 'delete'](note);
  }
  choose([...steps]);
  onNotes([...chosen]);
}

import { useCallback, useRef } from 'react';
import type { NodeChange } from '@xyflow/react';
import type { Position, StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import type { StepNode } from './flow.ts';
import type { Dragging } from './useFlow.ts';

/** Positions while dragging stay here; at the drop they become one edit. Selection goes to the workspace. */
export function useNodeChanges(dragging: Dragging, setSelectedLink: (id: string | undefined) => void) {
  const store = useWorkspaceStore();
  const isDragging = useRef(false);
  const { move, stop } = dragging;
  return useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const moved: Record<StepId, Position> = {};
      const selected = new Set(store.getState().selection);
      let drops = false;
      for (const change of changes) {
        if (change.type === 'select') selected[change.selected ? 'add' : 'delete'](change.id as StepId);
        if (change.type !== 'position') continue;
        if (change.position) moved[change.id as StepId] = change.position;
        drops ||= !change.dragging;
      }
      if (Object.keys(moved).length > 0 && !drops) {
        isDragging.current = true;
        move(moved);
      }
      if (drops) {
        // Arrow keys move without dragging; presses that follow each other are one undo step.
        const merge = isDragging.current ? undefined : `move.${Object.keys(moved).join('.')}`;
        isDragging.current = false;
        if (Object.keys(moved).length > 0)
          store.getState().edit({ type: 'moveSteps', to: moved }, merge ? { merge } : {});
        stop();
      }
      if (changes.some(({ type }) => type === 'select')) {
        store.getState().select([...selected]);
        if (selected.size > 0) setSelectedLink(undefined);
      }
    },
    [store, move, stop, setSelectedLink],
  );
}

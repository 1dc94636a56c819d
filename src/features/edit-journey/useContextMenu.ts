import { useState, type MouseEvent } from 'react';
import type { StepId } from '../../journey/journey.ts';
import { useWorkspaceStore } from '../../state/useWorkspace.ts';
import type { Anchor } from '../../ui/place.ts';
import type { Scene } from './commands/scene.ts';
import { noteIdOf } from './flow.ts';
import type { Marks } from './marks.ts';

interface About {
  readonly scene: Scene;
  readonly onMarks: (marks: Partial<Marks>) => void;
}

/** The menu of what was pressed: that becomes the selection, unless it is part of it. The menu key opens it, too. */
export function useContextMenu({ scene, onMarks }: About) {
  const store = useWorkspaceStore();
  const [anchor, setAnchor] = useState<Anchor>();
  const open = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest('.react-flow, [role="tree"]')) return;
    if (target.closest('input, textarea')) return;
    event.preventDefault();
    event.stopPropagation();
    selectFor(target, { scene, onMarks }, (ids) => store.getState().select(ids));
    // The menu key reports no place of its own in some browsers.
    const box =
      event.clientX === 0 && event.clientY === 0
        ? target.getBoundingClientRect()
        : new DOMRect(event.clientX, event.clientY, 0, 0);
    setAnchor({ getBoundingClientRect: () => box });
  };
  return { anchor, open, close: () => setAnchor(undefined) };
}

function selectFor(
  target: Element,
  { scene, onMarks }: About,
  select: (ids: readonly StepId[]) => void,
): void {
  const way = target.closest<HTMLElement>('[data-way]');
  const edge = target.closest<SVGElement>('.react-flow__edge');
  const exit = way
    ? { from: way.dataset['from'] as StepId, exit: way.dataset['way'] ?? '' }
    : exitOf(edge?.dataset['id']);
  const id = target.closest<HTMLElement>('.react-flow__node, [role="treeitem"]')?.dataset['id'];
  const note = id === undefined ? undefined : noteIdOf(id);
  const group = target.closest<HTMLElement>('[role="treeitem"]')?.dataset['group'];
  if (exit) {
    select([exit.from]);
    onMarks({ link: exit, notes: [] });
  } else if (note !== undefined) {
    if (scene.notes.includes(note)) return;
    select([]);
    onMarks({ notes: [note], link: undefined });
  } else if (group !== undefined) {
    const steps = scene.journey.groups?.[group]?.steps ?? [];
    if (steps.every((step) => scene.selection.includes(step))) return;
    select(steps);
    onMarks({ notes: [], link: undefined });
  } else if (id !== undefined) {
    if (scene.selection.includes(id as StepId)) return;
    select([id as StepId]);
    onMarks({ notes: [], link: undefined });
  } else if (target.closest('.react-flow__nodesselection-rect') === null) {
    select([]);
    onMarks({ notes: [], link: undefined });
  }
}

/** A link's id is `from.exit`; step ids hold no dot. */
function exitOf(linkId: string | undefined): { readonly from: StepId; readonly exit: string } | undefined {
  const [, from, exit] = /^([^.]+)\.(.*)$/.exec(linkId ?? '') ?? [];
  return from !== undefined && exit !== undefined ? { from: from as StepId, exit } : undefined;
}

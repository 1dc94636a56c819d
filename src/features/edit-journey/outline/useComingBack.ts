import { useEffect, useRef, type RefObject } from 'react';
import type { NoteId } from '../../../journey/annotations.ts';

/** Whoever went from a line to write a note, and ends that by a key, comes back to the line. */
export function useComingBack(tree: RefObject<HTMLElement | null>, writing: NoteId | undefined): void {
  const left = useRef(false);
  useEffect(() => {
    const element = tree.current;
    const leave = ({ relatedTarget }: FocusEvent) => {
      left.current = relatedTarget instanceof HTMLTextAreaElement;
    };
    element?.addEventListener('focusout', leave);
    return () => element?.removeEventListener('focusout', leave);
  }, [tree]);
  useEffect(() => {
    if (writing === undefined) return;
    const element = tree.current;
    let last = '';
    const act = ({ type }: Event) => {
      last = type;
    };
    document.addEventListener('keydown', act, { capture: true });
    document.addEventListener('pointerdown', act, { capture: true });
    return () => {
      document.removeEventListener('keydown', act, { capture: true });
      document.removeEventListener('pointerdown', act, { capture: true });
      // The canvas takes the box away a moment later.
      if (left.current && last === 'keydown') requestAnimationFrame(() => comeBack(element));
    };
  }, [tree, writing]);
}

function comeBack(element: HTMLElement | null): void {
  if (document.activeElement !== document.body) return;
  element?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
}

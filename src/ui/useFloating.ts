import { useEffect, useRef, type RefObject } from 'react';
import { place, type Anchor } from './place.ts';

/**
 * Opens the element beside its anchor, gives it the keyboard as `focus` says, and gives the keyboard back where it was when the
 * element goes, unless what was chosen there moved it on.
 */
export function useFloating(
  anchor: Anchor,
  focus: (element: HTMLElement) => void,
): RefObject<HTMLDivElement | null> {
  const floating = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = floating.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    place(element, anchor, 'below');
    focus(element);
    return () => {
      const lost = document.activeElement === document.body || element.contains(document.activeElement);
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [anchor, focus]);
  return floating;
}

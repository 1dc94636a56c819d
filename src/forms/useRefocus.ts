import { useLayoutEffect, useRef } from 'react';

/**
 * Moving a row takes the focus from what is in it. `hold()` before a change gives it back after the change: to the same button, or to
 * the first of its row that can be pressed when that one cannot any more.
 */
export function useRefocus(): () => void {
  const held = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = held.current;
    held.current = null;
    if (!(element instanceof HTMLElement) || !element.isConnected || document.activeElement === element)
      return;
    const row = element.closest<HTMLElement>('[role="group"]');
    const target = element.matches(':disabled')
      ? row?.querySelector<HTMLElement>('button:not(:disabled)')
      : element;
    target?.focus();
  });
  return () => {
    held.current = document.activeElement;
  };
}

import { useEffect, useRef, type RefObject } from 'react';

/** Handlers by combination: `Ctrl+Shift+Z` (Ctrl is also the Mac's command key), `Delete`, `?`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Keys for the whole page, or only while the focus is `within` an element. Not while a dialog or menu is open; without Ctrl
 * also not while typing.
 */
export function useShortcuts(shortcuts: Shortcuts, within?: RefObject<Element | null>): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const handler = latest.current[combination(event)];
      if (!handler || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if (within && !within.current?.contains(event.target as Node)) return;
      if (isTyping(event.target) && !takesOver(event)) return;
      event.preventDefault();
      handler(event);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [within]);
}

function combination(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  const { key } = event;
  const isLetter = key.length === 1 && /[a-z]/i.test(key);
  const parts = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    // Shift is already in `?` or `+`.
    event.shiftKey && (isLetter || key.length > 1) && 'Shift',
    isLetter ? key.toUpperCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]')
  );
}

/** In a text box undo belongs to the box; saving and running do not. */
function takesOver(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !/^[zyacvx]$/i.test(event.key);
}

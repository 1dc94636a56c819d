import { useEffect, useRef } from 'react';
import { place, type Anchor } from './place.ts';
import { SearchList, type SearchItem } from './SearchList.tsx';
import styles from './PopList.module.css';

interface PopListProps<T extends SearchItem> {
  /** What it opens beside. */
  readonly anchor: Anchor;
  readonly label: string;
  readonly placeholder: string;
  readonly find: (text: string) => readonly T[];
  readonly none: (text: string) => string;
  readonly onPick: (item: T) => void;
  readonly onPoint?: (item: T | undefined) => void;
  readonly onClose: () => void;
}

/** A searchable list that floats beside something. Mounted while it is open; Escape or a click elsewhere closes it. */
export function PopList<T extends SearchItem>({ anchor, onClose, ...list }: PopListProps<T>) {
  const popover = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = popover.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    place(element, anchor, 'below');
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      // Who was working with the keyboard goes on where the list was opened, unless what was chosen moved the focus.
      const lost = document.activeElement === document.body || element.contains(document.activeElement);
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [anchor]);
  return (
    <div
      ref={popover}
      popover="auto"
      role="dialog"
      data-open
      aria-label={list.label}
      className={styles.pop}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <SearchList {...list} />
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { focusFirst, MenuItems, type MenuItem } from './MenuItems.tsx';
import { place, type Anchor } from './place.ts';
import styles from './Menu.module.css';

interface ContextMenuProps {
  readonly label: string;
  /** What it opens beside: a point, or what it is about. */
  readonly anchor: Anchor;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
}

/** What can be done with what was pressed. Mounted while it is open. */
export function ContextMenu({ label, anchor, items, onClose }: ContextMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    place(element, anchor, 'below');
    focusFirst(element);
    return () => {
      const lost = document.activeElement === document.body || element.contains(document.activeElement);
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [anchor]);
  return (
    <div
      ref={list}
      role="menu"
      data-open
      aria-label={label}
      popover="auto"
      className={styles.menu}
      onToggle={(event) => event.newState === 'closed' && onClose()}
      onContextMenu={(event) => event.preventDefault()}
    >
      <MenuItems items={items} list={list} onDone={() => list.current?.hidePopover()} />
    </div>
  );
}

import { focusFirst, MenuItems, type MenuItem } from './MenuItems.tsx';
import type { Anchor } from './place.ts';
import { useFloating } from './useFloating.ts';
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
  const list = useFloating(anchor, focusFirst);
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

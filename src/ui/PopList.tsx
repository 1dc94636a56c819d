import type { Anchor } from './place.ts';
import { SearchList, type SearchItem } from './SearchList.tsx';
import { useFloating } from './useFloating.ts';
import styles from './PopList.module.css';

interface PopListProps<T extends SearchItem> {
  /** What it opens beside. */
  readonly anchor: Anchor;
  readonly label: string;
  readonly placeholder: string;
  readonly find: (text: string) => readonly T[];
  readonly none: (text: string) => string;
  readonly onPick: (item: T) => void;
  readonly onClose: () => void;
}

/** A searchable list that floats beside something. Mounted while it is open; Escape or a click elsewhere closes it. */
export function PopList<T extends SearchItem>({ anchor, onClose, ...list }: PopListProps<T>) {
  const popover = useFloating(anchor, focusSearch);
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

function focusSearch(element: HTMLElement): void {
  element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
}

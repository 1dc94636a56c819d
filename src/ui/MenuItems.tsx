import { Fragment, type KeyboardEvent, type RefObject } from 'react';
import { Check, type LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly help?: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A choice that is on or off. */
  readonly checked?: boolean;
  /** A line above it. */
  readonly ruled?: boolean;
  readonly onSelect: () => void;
}

interface MenuItemsProps {
  readonly items: readonly MenuItem[];
  /** The element around them, which is the menu. */
  readonly list: RefObject<HTMLElement | null>;
  /** Before what was chosen happens. */
  readonly onDone: () => void;
}

/** The lines of a menu: arrows, Home, End and first letters walk them. */
export function MenuItems({ items, list, onDone }: MenuItemsProps) {
  const walk = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = choicesIn(list.current);
    const here = all.findIndex((choice) => choice === document.activeElement);
    const next = nextIndex(event.key, here, all);
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    } else if (event.key === 'Tab') list.current?.hidePopover();
  };
  return (
    <div role="presentation" onKeyDown={walk}>
      {items.map((item) => (
        <Fragment key={item.label}>
          {item.ruled && <div role="separator" className={styles.rule} />}
          <MenuEntry
            item={item}
            onSelect={() => {
              onDone();
              item.onSelect();
            }}
          />
        </Fragment>
      ))}
    </div>
  );
}

export function focusFirst(list: HTMLElement | null): void {
  choicesIn(list)[0]?.focus();
}

function choicesIn(list: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
}

function MenuEntry({ item, onSelect }: { readonly item: MenuItem; readonly onSelect: () => void }) {
  const choice = item.checked !== undefined;
  return (
    <button
      type="button"
      role={choice ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={item.checked}
      tabIndex={-1}
      disabled={item.disabled}
      className={classes(styles.item, item.danger && styles.danger)}
      onClick={onSelect}
    >
      {item.icon && <Icon of={item.icon} />}
      <span className={styles.words}>
        {item.label}
        {item.help && <span className={styles.help}>{item.help}</span>}
      </span>
      {item.checked && <Icon of={Check} />}
      {item.shortcut && <kbd className={styles.shortcut}>{item.shortcut}</kbd>}
    </button>
  );
}

function nextIndex(key: string, here: number, all: readonly HTMLElement[]): number | undefined {
  const count = all.length;
  if (key === 'ArrowDown') return (here + 1) % count;
  if (key === 'ArrowUp') return (here - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if (key.length !== 1 || key === ' ') return undefined;
  const from = here + 1;
  const order = all.map((_, offset) => (from + offset) % count);
  return order.find((index) => all[index]?.textContent.trim().toLowerCase().startsWith(key.toLowerCase()));
}

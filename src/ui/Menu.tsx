import { Fragment, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Check, ChevronDown, type LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { place } from './place.ts';
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

interface MenuProps {
  /** The button's name. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** An icon alone: the label is its name. With words, both show. */
  readonly icon?: LucideIcon;
  readonly iconOnly?: boolean;
  readonly look?: ButtonProps['look'];
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly align?: 'start' | 'end';
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A button that opens a list of actions: arrows, Home, End and first letters walk it, Escape closes it. */
export function Menu({
  label,
  items,
  icon,
  iconOnly,
  look,
  small = false,
  disabled = false,
  align = 'start',
  children,
  className,
}: MenuProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  const choices = () => [
    ...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? []),
  ];
  const toggle = () => {
    if (!list.current) return;
    if (list.current.matches(':popover-open')) list.current.hidePopover();
    else {
      list.current.showPopover();
      if (anchor.current) place(list.current, anchor.current, 'below', align);
      choices()[0]?.focus();
    }
  };
  const close = () => {
    list.current?.hidePopover();
    anchor.current?.querySelector('button')?.focus();
  };
  const walk = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = choices();
    const here = all.findIndex((choice) => choice === document.activeElement);
    const next = nextIndex(event.key, here, all);
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    } else if (event.key === 'Tab') list.current?.hidePopover();
  };
  const trigger = {
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    'aria-controls': id,
    look: look ?? 'quiet',
    small,
    disabled,
    onClick: toggle,
    className,
  } as const;
  return (
    <>
      <span ref={anchor}>
        {iconOnly && icon ? (
          <IconButton icon={icon} label={label} {...trigger} />
        ) : (
          <Button icon={icon} aria-label={children ? label : undefined} {...trigger}>
            {children ?? label}
            <Icon of={ChevronDown} size={14} />
          </Button>
        )}
      </span>
      <div
        ref={list}
        id={id}
        role="menu"
        aria-label={label}
        popover="auto"
        className={styles.menu}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={walk}
      >
        {items.map((item) => (
          <Fragment key={item.label}>
            {item.ruled && <div role="separator" className={styles.rule} />}
            <MenuEntry
              item={item}
              onSelect={() => {
                close();
                item.onSelect();
              }}
            />
          </Fragment>
        ))}
      </div>
    </>
  );
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

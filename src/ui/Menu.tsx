import { useId, useRef, useState, type ReactNode } from 'react';
import { ChevronDown, type LucideIcon } from 'lucide-react';
import { Button, type ButtonProps } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { MenuItems, focusFirst, type MenuItem } from './MenuItems.tsx';
import { place } from './place.ts';
import styles from './Menu.module.css';

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

  const toggle = () => {
    if (!list.current) return;
    if (list.current.matches(':popover-open')) list.current.hidePopover();
    else {
      list.current.showPopover();
      if (anchor.current) place(list.current, anchor.current, 'below', align);
      focusFirst(list.current);
    }
  };
  const close = () => {
    list.current?.hidePopover();
    anchor.current?.querySelector('button')?.focus();
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
        data-open={open || undefined}
      >
        <MenuItems items={items} list={list} onDone={close} />
      </div>
    </>
  );
}

import type { LucideIcon } from 'lucide-react';
import { Icon } from './Icon.tsx';
import type { ButtonProps } from './Button.tsx';
import { Tooltip } from './Tooltip.tsx';
import { classes } from './classes.ts';
import styles from './Button.module.css';

interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'wide'> {
  readonly icon: LucideIcon;
  /** What it does: its accessible name, shown on hover. */
  readonly label: string;
  /** Shown with the label, e.g. `Ctrl+Z`. */
  readonly shortcut?: string;
  readonly tipSide?: 'below' | 'above' | 'end';
}

export function IconButton({
  icon,
  label,
  shortcut,
  look = 'quiet',
  small,
  tipSide = 'below',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip words={shortcut ? `${label} (${shortcut})` : label} side={tipSide} named>
      <button
        type="button"
        aria-label={label}
        className={classes(styles.button, styles[look], styles.icon, small && styles.small, className)}
        {...rest}
      >
        <Icon of={icon} size={small ? 14 : 16} />
      </button>
    </Tooltip>
  );
}

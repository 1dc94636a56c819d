import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing to do here. `quiet`: no frame. `danger`: takes something away. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: LucideIcon | undefined;
  readonly small?: boolean;
  readonly wide?: boolean;
}

export function Button({ look = 'secondary', icon, small, wide, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[look], small && styles.small, wide && styles.wide, className)}
      {...rest}
    >
      {icon && <Icon of={icon} size={small ? 14 : 16} />}
      {children}
    </button>
  );
}

import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './Field.module.css';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextArea({ value, onChange, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      {...useFieldControl()}
      dir="auto"
      className={classes(styles.control, className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  );
}

import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './Field.module.css';

interface TextInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One line of text; also `type="time"`, `"date"`, `"search"`, `"datetime-local"`. */
export function TextInput({ value, onChange, className, ...rest }: TextInputProps) {
  return (
    <input
      {...useFieldControl()}
      dir="auto"
      type="text"
      autoComplete="off"
      className={classes(styles.control, className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      {...rest}
    />
  );
}

import type { ComponentProps } from 'react';
import { ChevronDown } from 'lucide-react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

export interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Options with the same group stand under its heading. */
  readonly group?: string;
  readonly disabled?: boolean;
}

interface SelectProps<T extends string> extends Omit<
  ComponentProps<'select'>,
  'value' | 'onChange' | 'children'
> {
  readonly value: T;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
}

export function Select<T extends string>({ value, options, onChange, className, ...rest }: SelectProps<T>) {
  const groups = [...new Set(options.map((option) => option.group))];
  return (
    <span className={styles.select}>
      <select
        {...useFieldControl()}
        className={classes(styles.control, className)}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
        {...rest}
      >
        {groups.map((group) => {
          const members = options.filter((option) => option.group === group);
          const choices = members.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ));
          return group === undefined ? choices : <optgroup key={group} label={group} children={choices} />;
        })}
      </select>
      <Icon of={ChevronDown} />
    </span>
  );
}

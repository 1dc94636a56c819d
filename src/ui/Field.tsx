import { useId, useMemo, type ReactNode } from 'react';
import { CircleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import { DraftPart } from './DraftPart.tsx';
import { FieldContext } from './fieldContext.ts';
import { Icon } from './Icon.tsx';
import styles from './Field.module.css';

interface FieldProps {
  readonly label: string;
  /** Beside the label, e.g. a badge. */
  readonly aside?: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong and what to do. */
  readonly error?: string | undefined;
  /** Label and control on one line. */
  readonly inline?: boolean;
  readonly hideLabel?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A labelled control with help and error; the control inside (TextInput, NumberInput, Select, …) finds its label by itself. */
export function Field({ label, aside, help, error, inline, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const control = useMemo(
    () => ({
      id,
      'aria-describedby':
        [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
      'aria-invalid': error ? (true as const) : undefined,
    }),
    [id, help, error],
  );
  return (
    <div className={classes(styles.field, inline && styles.row, className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
        {aside}
      </label>
      <DraftPart name={label}>
        <FieldContext value={control}>{children}</FieldContext>
      </DraftPart>
      {help && (
        <div id={`${id}-help`} className={styles.help}>
          {help}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} className={styles.error}>
          <Icon of={CircleAlert} size={14} />
          {error}
        </div>
      )}
    </div>
  );
}

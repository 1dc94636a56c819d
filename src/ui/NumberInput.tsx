import { useTranslation } from 'react-i18next';
import { CircleAlert } from 'lucide-react';
import { classes } from './classes.ts';
import { useDraft } from './drafts.ts';
import { useFieldControl } from './fieldContext.ts';
import { Icon } from './Icon.tsx';
import { useFormat } from '../i18n/useFormat.ts';
import styles from './Field.module.css';

interface NumberInputProps {
  readonly value: number | undefined;
  /** What the document holds, where `value` is one of several ways to say it, e.g. in hours or in days. */
  readonly inForce?: number;
  /** Called with valid numbers only; what is typed meanwhile stays in the box. */
  readonly onChange: (value: number) => void;
  /** Told with each change whether what stands in the box is valid. */
  readonly onValidity?: (valid: boolean) => void;
  /** When given, an empty box is allowed and means this. */
  readonly onEmpty?: () => void;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** Why a number within the bounds cannot be taken; undefined when it can. */
  readonly complain?: (value: number) => string | undefined;
  /** After the box, e.g. `%` or `days`. */
  readonly unit?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Without a Field around it, its name. */
  readonly 'aria-label'?: string;
  readonly className?: string;
}

/** Reads a number as people type them: spaces between thousands, comma or point for decimals. NaN when it is none. */
export function readNumber(typed: string): number {
  const bare = typed.replace(/[\s\u00a0\u202f_']/g, '').replace('−', '-');
  const dotted = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)
    ? bare.replaceAll(',', '')
    : bare.replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)(e\d+)?$/i.test(dotted) ? Number(dotted) : NaN;
}

/** A number with its unit. Keeps what was typed while it is not valid, and says why. */
export function NumberInput({
  value,
  inForce = value,
  onChange,
  onValidity,
  onEmpty,
  min,
  max,
  integer,
  complain,
  unit,
  placeholder,
  disabled,
  className,
  'aria-label': name,
}: NumberInputProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const control = useFieldControl();
  const complaint = (text: string): string | undefined => {
    if (text.trim() === '') return onEmpty ? undefined : t('ui.number.empty');
    const number = readNumber(text);
    if (!Number.isFinite(number)) return t('ui.number.notNumber', { typed: text.slice(0, 40) });
    if (integer && !Number.isInteger(number)) return t('ui.number.integer');
    if (min !== undefined && number < min) return t('ui.number.atLeast', { min: format.number(min, 6) });
    if (max !== undefined && number > max) return t('ui.number.atMost', { max: format.number(max, 6) });
    return complain?.(number);
  };
  const [typed, setTyped] = useDraft(name, inForce, (text) => complaint(text) !== undefined);
  const error = typed === undefined ? undefined : complaint(typed);
  const errorId = `${control.id}-number`;

  const type = (text: string) => {
    setTyped(text);
    const isWrong = complaint(text) !== undefined;
    onValidity?.(!isWrong);
    if (isWrong) return;
    if (text.trim() === '') onEmpty?.();
    else onChange(readNumber(text));
  };
  const shown = value === undefined ? '' : String(value);
  return (
    <>
      <span className={classes(styles.number, className)}>
        <input
          {...control}
          type="text"
          inputMode={integer ? 'numeric' : 'decimal'}
          autoComplete="off"
          aria-label={name}
          aria-invalid={error ? true : control['aria-invalid']}
          aria-describedby={
            [error && errorId, control['aria-describedby']].filter(Boolean).join(' ') || undefined
          }
          className={styles.control}
          placeholder={placeholder}
          disabled={disabled}
          value={typed ?? shown}
          onChange={(event) => type(event.target.value)}
          onBlur={() => !error && setTyped(undefined)}
        />
        {unit && <span className={styles.unit}>{unit}</span>}
      </span>
      {error && (
        <span id={errorId} role="alert" className={styles.error}>
          <Icon of={CircleAlert} size={14} />
          {error}
        </span>
      )}
    </>
  );
}

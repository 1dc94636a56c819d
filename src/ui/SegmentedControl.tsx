import { useId } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Icon } from './Icon.tsx';
import styles from './SegmentedControl.module.css';

interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly disabled?: boolean;
}

interface SegmentedControlProps<T extends string> {
  /** Names the group. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
  /** Icons only; the labels become names. */
  readonly iconsOnly?: boolean;
}

/** One of a few, all in sight: a group of radio buttons. */
export function SegmentedControl<T extends string>({
  label,
  value,
  options,
  onChange,
  iconsOnly,
}: SegmentedControlProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.group}>
      {options.map((option) => (
        <label key={option.value} className={styles.option} title={iconsOnly ? option.label : undefined}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          {option.icon && <Icon of={option.icon} />}
          <span className={iconsOnly ? 'visually-hidden' : undefined}>{option.label}</span>
        </label>
      ))}
    </div>
  );
}

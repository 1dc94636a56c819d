import {
  useEffect,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { TextInput } from './TextInput.tsx';
import styles from './SearchList.module.css';

export interface SearchItem {
  readonly key: string;
  readonly label: string;
  /** A line below the label. */
  readonly meaning?: string | undefined;
  /** Shown above it when the item before has another one. */
  readonly group?: string | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly colour?: string | undefined;
  /** At the end of the line, such as its keys. */
  readonly aside?: ReactNode;
  readonly disabled?: boolean;
}

interface SearchListProps<T extends SearchItem> {
  /** Names the list. */
  readonly label: string;
  readonly placeholder: string;
  /** What there is for a text, best first. */
  readonly find: (text: string) => readonly T[];
  /** Said when there is nothing. */
  readonly none: (text: string) => string;
  readonly onPick: (item: T) => void;
}

/** A list to be searched, keyboard first: type, arrows, Enter. Whoever shows it opens and closes it. */
export function SearchList<T extends SearchItem>({
  label,
  placeholder,
  find,
  none,
  onPick,
}: SearchListProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = find(text);
  const chosen = found[Math.min(at, found.length - 1)];

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.key]);

  const pick = (item: T) => {
    if (!item.disabled) onPick(item);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') event.stopPropagation();
    const step = STEPS[event.key];
    if (step && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    } else if (event.key === 'Enter' && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(chosen);
    }
  };
  return (
    <div className={styles.whole} onKeyDown={press}>
      <div className={styles.search}>
        <TextInput
          value={text}
          onChange={(typed) => {
            setText(typed);
            setAt(0);
          }}
          maxLength={200}
          dir="auto"
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-label={placeholder}
          placeholder={placeholder}
        />
      </div>
      {found.length === 0 && (
        <p role="status" className={styles.none}>
          {none(text.slice(0, 40))}
        </p>
      )}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {found.map((item, index) => (
          <Choice
            key={item.key}
            id={`${id}-${item.key}`}
            item={item}
            heading={item.group === found[index - 1]?.group ? undefined : item.group}
            active={item === chosen}
            onPoint={() => setAt(index)}
            onPick={() => pick(item)}
          />
        ))}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

interface ChoiceProps {
  readonly id: string;
  readonly item: SearchItem;
  readonly heading: string | undefined;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onPick: () => void;
}

function Choice({ id, item, heading, active, onPoint, onPick }: ChoiceProps) {
  const style: CSSProperties = { color: item.colour ?? 'var(--text-soft)' };
  return (
    <>
      {heading && (
        <div role="presentation" className={styles.heading}>
          {heading}
        </div>
      )}
      <div
        id={id}
        role="option"
        aria-selected={active}
        aria-disabled={item.disabled || undefined}
        className={classes(styles.choice, item.disabled && styles.disabled)}
        onPointerMove={onPoint}
        onClick={onPick}
      >
        <span style={style} className={styles.icon}>
          {item.icon && <Icon of={item.icon} />}
        </span>
        <span className={styles.words}>
          <span dir="auto" className={styles.label}>
            {item.label}
          </span>
          {item.meaning && (
            <span dir="auto" className={styles.meaning}>
              {item.meaning}
            </span>
          )}
        </span>
        {item.aside && <span className={styles.aside}>{item.aside}</span>}
      </div>
    </>
  );
}

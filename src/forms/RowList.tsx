import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp, Copy, Plus, Trash2 } from 'lucide-react';
import { Button } from '../ui/Button.tsx';
import { DraftPart } from '../ui/DraftPart.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { moved } from './order.ts';
import { useRefocus } from './useRefocus.ts';
import styles from './fields.module.css';

interface RowListProps<T> {
  readonly rows: readonly T[];
  /** How a row is called in "Move … up". */
  readonly nameOf: (row: T, index: number) => string;
  /** What stands at the head of a row, beside its buttons. */
  readonly head: (row: T, index: number, change: (row: T, field?: string) => void) => ReactNode;
  readonly body?: (row: T, index: number, change: (row: T, field?: string) => void) => ReactNode;
  /** `field` names what is being typed into, so that typing becomes one undo step. */
  readonly onChange: (rows: readonly T[], field?: string) => void;
  readonly addLabel: string;
  /** A new row; undefined: nothing can be added now. */
  readonly fresh: (() => T) | undefined;
  /** What a row is duplicated as, below it; absent: rows are not duplicated. */
  readonly copyOf?: ((row: T) => T) | undefined;
  /** Why the last row cannot go; absent: it can. */
  readonly keepLast?: string;
  /** Said when there is no row. */
  readonly empty?: string;
  readonly ordered?: boolean;
}

/** Rows that can be added, changed, put in order and removed. */
export function RowList<T>({
  rows,
  nameOf,
  head,
  body,
  onChange,
  addLabel,
  fresh,
  copyOf,
  keepLast,
  empty,
  ordered = true,
}: RowListProps<T>) {
  const { t } = useTranslation();
  const keys = useRowKeys(rows.length);
  const addButton = useRef<HTMLButtonElement>(null);

  const hold = useRefocus();
  const move = (index: number, by: number) => {
    hold();
    keys.move(index, by);
    onChange(moved(rows, index, by));
  };
  const remove = (index: number) => {
    keys.remove(index);
    onChange(rows.toSpliced(index, 1));
    addButton.current?.focus();
  };
  const copy = (index: number, row: T) => {
    keys.replace(index + 1, 0, 1);
    onChange(rows.toSpliced(index + 1, 0, row));
  };
  return (
    <div className={styles.rows}>
      {rows.length === 0 && empty && <p className={styles.hint}>{empty}</p>}
      {rows.map((row, index) => {
        const what = nameOf(row, index);
        const change = (next: T, field?: string) =>
          onChange(rows.toSpliced(index, 1, next), field && `${keys.all[index] ?? index}.${field}`);
        const last = rows.length === 1 && keepLast !== undefined;
        return (
          <div key={keys.all[index]} role="group" aria-label={what} className={styles.row}>
            <div className={styles.rowHead}>
              <div className={styles.rowMain}>
                <DraftPart name={`${index}`}>{head(row, index, change)}</DraftPart>
              </div>
              {ordered && rows.length > 1 && (
                <>
                  <IconButton
                    small
                    icon={ArrowUp}
                    label={t('inspectors.list.up', { what })}
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  />
                  <IconButton
                    small
                    icon={ArrowDown}
                    label={t('inspectors.list.down', { what })}
                    disabled={index === rows.length - 1}
                    onClick={() => move(index, 1)}
                  />
                </>
              )}
              {copyOf && (
                <IconButton
                  small
                  icon={Copy}
                  label={t('inspectors.list.copy', { what })}
                  onClick={() => copy(index, copyOf(row))}
                />
              )}
              <IconButton
                small
                icon={Trash2}
                label={last ? keepLast : t('inspectors.list.remove', { what })}
                disabled={last}
                onClick={() => remove(index)}
              />
            </div>
            {body && <DraftPart name={`${index}`}>{body(row, index, change)}</DraftPart>}
          </div>
        );
      })}
      <div>
        <Button
          ref={addButton}
          small
          icon={Plus}
          disabled={!fresh}
          onClick={() => fresh && onChange([...rows, fresh()])}
        >
          {addLabel}
        </Button>
      </div>
    </div>
  );
}

/**
 * A key per row that moves with it, so that half-typed text stays with its row. Rows that appear or disappear from
 * outside (undo) get or give up the keys at the end.
 */
export function useRowKeys(count: number) {
  const [state, setState] = useState(() => ({
    keys: Array.from({ length: count }, (_, index) => index),
    next: count,
  }));
  const known = state.keys.length;
  const all =
    known === count
      ? state.keys
      : known > count
        ? state.keys.slice(0, count)
        : [...state.keys, ...Array.from({ length: count - known }, (_, index) => state.next + index)];
  if (known !== count) setState({ keys: all, next: state.next + Math.max(0, count - known) });
  return {
    all,
    remove: (index: number) => setState(({ keys, next }) => ({ keys: keys.toSpliced(index, 1), next })),
    /** `fresh` new rows in the place of `gone` old ones. */
    replace: (index: number, gone: number, fresh: number) =>
      setState(({ keys, next }) => ({
        keys: keys.toSpliced(index, gone, ...Array.from({ length: fresh }, (_, offset) => next + offset)),
        next: next + fresh,
      })),
    move: (index: number, by: number) =>
      setState(({ keys, next }) => ({ keys: [...moved(keys, index, by)], next })),
  };
}

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { X } from 'lucide-react';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Escape, the cross, or a click beside it. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** The content goes to the edges: a list. */
  readonly flush?: boolean;
  /** As large as the window; the content divides the room and scrolls by itself. */
  readonly full?: boolean;
  /** Buttons at the foot, the main one last. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A modal dialog of the platform: focus stays inside and returns where it was. */
export function Dialog({ title, open, onClose, wide, flush, full, footer, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (open && element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!open && element?.open) element.close();
    return () => {
      // One that is taken away unclosed gives nothing back by itself.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, [open]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes(styles.dialog, wide && styles.wide, flush && styles.flush, full && styles.full)}
      onClose={onClose}
      onCancel={(event) => {
        // The owner decides whether it is open.
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) =>
        event.target === dialog.current && isBeside(event, dialog.current) && onClose()
      }
      onKeyDown={(event) => event.stopPropagation()}
    >
      {open && (
        <>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon={X} label={t('ui.close')} onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.foot}>{footer}</div>}
        </>
      )}
    </dialog>
  );
}

function isBeside(
  event: { readonly clientX: number; readonly clientY: number },
  dialog: HTMLDialogElement,
): boolean {
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  return !inside;
}

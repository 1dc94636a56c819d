import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { classes } from './classes.ts';
import { place } from './place.ts';
import styles from './Tooltip.module.css';

interface TooltipProps {
  /**
   * Nothing: no tooltip. A function is asked when they are shown, which is worth it where there are hundreds; the child must then be
   * `named`, since there is nothing to describe it with before.
   */
  readonly words: string | (() => string) | undefined;
  readonly side?: 'below' | 'above' | 'end';
  readonly className?: string | undefined;
  /** When the child's accessible name already says the words, they are not described twice. */
  readonly named?: boolean;
  readonly children: ReactNode;
}

const DELAY_MILLISECONDS = 400;

/** Words on hover and on keyboard focus; Escape hides them. The content must be focusable for the words to be reachable. */
export function Tooltip({ words, side = 'below', className, named, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<number | undefined>(undefined);
  const [asked, setAsked] = useState(false);

  const hide = () => {
    window.clearTimeout(timer.current);
    if (tip.current?.matches(':popover-open')) tip.current.hidePopover();
    setAsked(false);
  };
  const show = () => {
    flushSync(() => setAsked(true));
    if (!tip.current || !anchor.current || tip.current.matches(':popover-open')) return;
    tip.current.showPopover();
    place(tip.current, anchor.current.firstElementChild ?? anchor.current, side, 'center');
  };
  const showSoon = () => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(show, DELAY_MILLISECONDS);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);
  useEffect(() => {
    const target = anchor.current?.firstElementChild;
    if (!target || !words || named) return;
    target.setAttribute('aria-describedby', id);
    return () => target.removeAttribute('aria-describedby');
  }, [id, words, named]);

  if (!words) return children;
  return (
    <span
      ref={anchor}
      className={classes(styles.anchor, className)}
      onPointerEnter={showSoon}
      onPointerLeave={hide}
      onPointerDown={hide}
      onDragStart={hide}
      onDragEnd={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && showSoon()}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {(asked || typeof words === 'string') && (
        <span
          ref={tip}
          id={id}
          role="tooltip"
          popover="manual"
          className={styles.tip}
          aria-hidden={named || undefined}
        >
          {typeof words === 'string' ? words : words()}
        </span>
      )}
    </span>
  );
}

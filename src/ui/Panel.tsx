import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes.ts';
import styles from './Panel.module.css';

interface PanelProps {
  /** Names the region. */
  readonly label: string;
  readonly side: 'start' | 'end' | 'bottom';
  /** Width, or height of a bottom panel, in pixels. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  /** Called when the dragging ends, to be remembered. */
  readonly onResize: (size: number) => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

const KEY_STEP = 16;
/** In which direction a panel grows, along x or y. */
const GROWS = { start: 1, end: -1, bottom: -1 } as const;
const KEYS = {
  start: { ArrowRight: 1, ArrowLeft: -1 },
  end: { ArrowLeft: 1, ArrowRight: -1 },
  bottom: { ArrowUp: 1, ArrowDown: -1 },
} as const satisfies Record<string, Record<string, number>>;

/** A region at an edge whose size can be dragged, or changed with the arrows on its handle. */
export function Panel({ label, side, size, min, max, onResize, className, children }: PanelProps) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<number>();
  const clamp = (value: number) => Math.round(Math.max(min, Math.min(max, value)));
  const shown = dragged ?? clamp(size);

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const along = (at: { readonly clientX: number; readonly clientY: number }) =>
      side === 'bottom' ? at.clientY : at.clientX;
    const from = along(event);
    let latest = shown;
    const move = (at: globalThis.PointerEvent) => {
      latest = clamp(shown + GROWS[side] * (along(at) - from));
      setDragged(latest);
    };
    const stop = () => {
      handle.removeEventListener('pointermove', move);
      setDragged(undefined);
      onResize(latest);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', stop, { once: true });
  };
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, number> = KEYS[side];
    const direction = keys[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(clamp(shown + direction * KEY_STEP));
  };
  return (
    <section
      aria-label={label}
      className={classes(styles.panel, styles[side], className)}
      style={side === 'bottom' ? { blockSize: shown } : { inlineSize: shown }}
    >
      <div className={styles.body}>{children}</div>
      <div
        role="separator"
        aria-label={t('ui.resize', { panel: label })}
        aria-orientation={side === 'bottom' ? 'horizontal' : 'vertical'}
        aria-valuenow={shown}
        aria-valuemin={min}
        aria-valuemax={max}
        tabIndex={0}
        className={styles.handle}
        onPointerDown={drag}
        onKeyDown={press}
      />
    </section>
  );
}

import type { CSSProperties } from 'react';
import { useFieldControl } from './fieldContext.ts';
import styles from './Slider.module.css';

interface SliderProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** Its name: the field's, which a box beside it bears as well. */
  readonly 'aria-label': string;
  /** What the value is in words. */
  readonly valueText: string;
  /** Where a usual value stands, as a notch. */
  readonly notch?: number | undefined;
}

/** The browser's own slider: dragged, by arrow keys, by touch. What lies outside shows at its end. */
export function Slider({ value, valueText, onChange, notch, ...rest }: SliderProps) {
  const { 'aria-invalid': _invalid, id: _id, ...control } = useFieldControl();
  const { min, max } = rest;
  const place = (at: number) => `${(100 * (Math.min(max, Math.max(min, at)) - min)) / (max - min || 1)}%`;
  return (
    <span className={styles.slider}>
      <input
        {...control}
        {...rest}
        type="range"
        className={styles.control}
        style={placed('--done', place(value))}
        aria-valuetext={valueText}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      {notch !== undefined && <span className={styles.notch} style={placed('--at', place(notch))} />}
    </span>
  );
}

function placed(name: '--done' | '--at', at: string): CSSProperties {
  const style: CSSProperties & Partial<Record<'--done' | '--at', string>> = { [name]: at };
  return style;
}

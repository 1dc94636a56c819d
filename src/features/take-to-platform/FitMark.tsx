import { Check, Equal, type LucideIcon, X } from 'lucide-react';
import type { Fitting } from '../../journey/portability.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './take.module.css';

const MARKS: Readonly<Record<Fitting, LucideIcon>> = { native: Check, emulated: Equal, missing: X };

/** A tick, an equals sign or a cross: what becomes of something is seen without its colour. Its words stand beside it. */
export function FitMark({ fit }: { readonly fit: Fitting }) {
  return (
    <span className={styles.mark} data-fit={fit}>
      <Icon of={MARKS[fit]} size={14} />
    </span>
  );
}

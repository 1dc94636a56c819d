import { ArrowRightLeft, Minus, Pencil, Plus, type LucideIcon } from 'lucide-react';

/** A difference is an icon and a word as well as a colour. */
export const STATUS_ICON: Readonly<Record<'added' | 'removed' | 'changed' | 'redirected', LucideIcon>> = {
  added: Plus,
  removed: Minus,
  changed: Pencil,
  redirected: ArrowRightLeft,
};

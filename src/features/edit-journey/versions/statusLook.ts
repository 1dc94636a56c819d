import { ArrowRightLeft, Minus, Pencil, Plus, type LucideIcon } from 'lucide-react';
import type { LinkStatus, StepStatus } from './mergeJourneys.ts';

/** A difference is an icon and a word as well as a colour. */
export const STATUS_ICON: Readonly<
  Record<Exclude<StepStatus | LinkStatus, 'unchanged' | 'kept'>, LucideIcon>
> = { added: Plus, removed: Minus, changed: Pencil, redirected: ArrowRightLeft };

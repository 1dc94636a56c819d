import type { LucideIcon } from 'lucide-react';

interface IconProps {
  readonly of: LucideIcon;
  readonly size?: number;
  readonly className?: string | undefined;
}

/** A picture beside words; on its own it has no meaning to a screen reader. */
export function Icon({ of: Picture, size = 16, className }: IconProps) {
  return (
    <Picture size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" className={className} />
  );
}

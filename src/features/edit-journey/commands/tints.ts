import { Circle } from 'lucide-react';
import type { Tint } from '../../../journey/annotations.ts';

export const TintIcon = Circle;

const COLOURS: Readonly<Record<Tint, string>> = {
  grey: 'var(--family-exit)',
  violet: 'var(--family-entry)',
  blue: 'var(--family-logic)',
  teal: 'var(--family-message)',
  amber: 'var(--family-time)',
  rose: 'var(--family-profile)',
  green: 'var(--family-goal)',
};

export function tintColour(tint: Tint): string {
  return COLOURS[tint];
}

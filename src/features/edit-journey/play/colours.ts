import type { Family } from '../../../legend/kindLook.ts';

/** What dots and lines are painted with, as a canvas understands it. */
export interface Colours {
  readonly key: string;
  readonly families: Readonly<Record<Family, string>>;
  readonly accent: string;
}

const FAMILIES: readonly Family[] = ['entry', 'message', 'logic', 'time', 'profile', 'goal', 'exit'];

/** Reads the tokens as they are now: a canvas knows no custom properties, and these change with the theme. */
export function readColours(probe: HTMLElement): Colours {
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const accent = read('accent');
  const known = FAMILIES.map((family) => [family, read(`family-${family}`)] as const);
  const families = Object.fromEntries(known) as Record<Family, string>;
  return { key: [accent, ...Object.values(families)].join(), families, accent };
}

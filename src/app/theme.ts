import { readPreference, writePreference } from '../ui/usePreference.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function readTheme(): Theme {
  const kept = readPreference('theme');
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

/** Before the first paint, so that nothing flashes. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
}

export function chooseTheme(theme: Theme): void {
  writePreference('theme', theme);
  applyTheme(theme);
}

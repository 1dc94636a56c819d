import { useCallback, useSyncExternalStore } from 'react';

/**
 * How somebody likes the page: panel sizes, theme, a line that was hidden. Kept where it can be read before the first
 * paint, so that nothing jumps; data has its own storage. A browser that keeps nothing gives the fallback.
 */
const PREFIX = 'rehearsal.';
const listeners = new Set<() => void>();
const unsaved = new Map<string, string>();

export function readPreference(key: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + key) ?? unsaved.get(key);
  } catch {
    return unsaved.get(key);
  }
}

export function writePreference(key: string, value: string): void {
  unsaved.set(key, value);
  try {
    localStorage.setItem(PREFIX + key, value);
  } catch {
    // Kept for this visit.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreference(key: string, fallback: string): readonly [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => readPreference(key)) ?? fallback;
  return [value, useCallback((next: string) => writePreference(key, next), [key])];
}

/** A panel's size in pixels. */
export function useSizePreference(key: string, fallback: number): readonly [number, (size: number) => void] {
  const [value, write] = usePreference(`size.${key}`, String(fallback));
  const size = Number(value);
  return [
    Number.isFinite(size) ? size : fallback,
    useCallback((next: number) => write(String(next)), [write]),
  ];
}

import { isObject } from '../kept.ts';

/** What is kept of a step is its activity, or a list of them where several make one step. */
export function rawActivities(raw: unknown): readonly unknown[] {
  return Array.isArray(raw) ? (raw as readonly unknown[]) : [raw];
}

/** `raw` with every text `from` in it, whole or within a longer one, as `to`. */
export function renamed(raw: unknown, from: string, to: string): unknown {
  if (from === '' || from === to) return raw;
  if (typeof raw === 'string') return raw.replaceAll(from, () => to);
  if (Array.isArray(raw)) return raw.map((part) => renamed(part, from, to));
  if (!isObject(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, renamed(value, from, to)]));
}

import { isObject, overKept } from '../kept.ts';
import type { Activity } from './types.ts';

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

/** The first text or number that stands under a name, however deep. */
export function firstNamed(raw: unknown, name: string): string | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const own = isObject(raw) && Object.hasOwn(raw, name) ? raw[name] : undefined;
  if (typeof own === 'string' || typeof own === 'number') return String(own);
  for (const part of Object.values(raw)) {
    const found = firstNamed(part, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Settings of an activity that we have no word for, under those that we write: who changed a subject has not changed the sender. */
export function overRaw<A extends Pick<Activity, 'type' | 'configurationArguments' | 'metaData'>>(
  raw: unknown,
  ours: A,
): A {
  if (!isObject(raw) || String(raw['type']).toUpperCase() !== ours.type) return ours;
  const { id: _, ...kept } = raw;
  const { rehearsal: __, ...metaData } = isObject(raw['metaData']) ? raw['metaData'] : {};
  const sends = ours.type !== 'WAIT' && ours.type !== 'MULTICRITERIADECISION';
  const set = sends ? overKept(raw['configurationArguments'], ours.configurationArguments) : undefined;
  return {
    ...kept,
    ...ours,
    metaData: { ...metaData, ...ours.metaData },
    ...(isObject(set) && { configurationArguments: set }),
  };
}

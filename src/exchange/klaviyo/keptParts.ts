import { isObject } from '../kept.ts';
import type { Json } from './types.ts';
import type { Part, Target } from './written.ts';

/** What is kept of a step: its actions as they stood, and where their links lead. */
export function keptParts(raw: unknown): readonly Part[] {
  const parts = isObject(raw) ? raw['parts'] : undefined;
  return Array.isArray(parts) ? (parts as readonly unknown[]).flatMap((part) => readPart(part)) : [];
}

function readPart(part: unknown): readonly Part[] {
  if (!isObject(part) || !isObject(part['raw']) || !isObject(part['links'])) return [];
  const { id } = part;
  const raw: Json = part['raw'];
  const links = Object.entries(part['links']).map(([key, target]) => [key, readTarget(target)] as const);
  const type = raw['type'];
  return typeof id === 'string' && typeof type === 'string'
    ? [{ id, type, links: Object.fromEntries(links), raw }]
    : [];
}

function readTarget(target: unknown): Target {
  if (!isObject(target)) return 'out';
  const { exit, part } = target;
  if (typeof exit === 'string') return { exit };
  return typeof part === 'string' ? { part } : 'out';
}

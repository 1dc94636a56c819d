import type { Journey, StepId } from '../journey/journey.ts';
import { stepOf } from '../journey/graph.ts';
import { sameJson } from '../journey/sameJson.ts';
import type { PlatformId } from './platformId.ts';

export interface Kept {
  /** The platform's own step. */
  readonly raw: unknown;
  /** Whether the step still is what `raw` was read as, but for its name and note: then `raw` may be written again, its links anew. */
  readonly unchanged: boolean;
}

/** What a file of this platform said of a step; undefined: the journey, or the step, does not come from there. */
export function keptOf(journey: Journey, platform: PlatformId, id: StepId): Kept | undefined {
  const { origin } = journey;
  if (origin?.platform !== platform || !Object.hasOwn(origin.steps, id)) return undefined;
  const kept = origin.steps[id];
  const step = stepOf(journey, id);
  if (!kept || !step) return undefined;
  return { raw: kept.raw, unchanged: sameJson(unnamed(kept.read), unnamed(step)) };
}

function unnamed(step: unknown): unknown {
  if (typeof step !== 'object' || step === null) return step;
  const { name: _, note: __, ...rest } = step as Readonly<Record<string, unknown>>;
  return rest;
}

/** What a file of this platform said beside its steps. */
export function keptDocument(journey: Journey, platform: PlatformId): unknown {
  return journey.origin?.platform === platform ? journey.origin.document : undefined;
}

/** Ours over what was kept: objects are joined key by key, everything else is ours. */
export function overKept(kept: unknown, ours: unknown): unknown {
  if (!isObject(kept) || !isObject(ours)) return ours;
  const joined: Record<string, unknown> = { ...kept };
  for (const [key, value] of Object.entries(ours))
    joined[key] = Object.hasOwn(kept, key) ? overKept(kept[key], value) : value;
  return joined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

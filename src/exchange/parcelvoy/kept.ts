import type { Journey, StepId } from '../../journey/journey.ts';
import { isObject, keptDocument, keptOf } from '../kept.ts';
import { slipOf } from './slip.ts';
import { platformStep, type PlatformStep, stepMap, type StepMap } from './stepMap.ts';

/** What is kept of a step for the way back. */
export interface KeptNode {
  /** Its `external_id`. */
  readonly id: string;
  readonly node: PlatformStep;
  /** Whether the step was read from a slip: then it is made anew, and only ids of the account are taken from here. */
  readonly fromSlip: boolean;
}

/** What is kept of the file as a whole. */
export interface KeptFile {
  /** All ids of the file: a child that names none of them was passed over. */
  readonly ids: readonly string[];
  /** Whether the places of the cards are those of the file. */
  readonly placed: boolean;
  /** Exits that nothing leads to: no steps of ours. */
  readonly loose: StepMap;
}

export function keptNode(
  journey: Journey,
  id: StepId,
): (KeptNode & { readonly unchanged: boolean }) | undefined {
  const kept = keptOf(journey, 'parcelvoy', id);
  if (!kept || !isObject(kept.raw)) return undefined;
  const { id: external, node, fromSlip } = kept.raw;
  const read = platformStep.safeParse(node);
  if (typeof external !== 'string' || !read.success) return undefined;
  return { id: external, node: read.data, fromSlip: fromSlip === true, unchanged: kept.unchanged };
}

export function keptFile(journey: Journey): KeptFile {
  const document = keptDocument(journey, 'parcelvoy');
  const { ids, placed, loose } = isObject(document) ? document : {};
  const known = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  const read = stepMap.safeParse(loose);
  return { ids: known, placed: placed === true, loose: read.success ? read.data : {} };
}

/** Names of events that somebody filled in before the file was read, by the ids of their blanks. */
export function keptBlanks(journey: Journey): ReadonlyMap<string, string> {
  const steps = Object.keys(journey.origin?.steps ?? {}) as StepId[];
  return new Map(
    steps.flatMap((id) => {
      const kept = keptNode(journey, id);
      return Object.entries((kept && slipOf(kept.node)?.blanks) ?? {});
    }),
  );
}

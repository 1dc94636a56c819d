import { uncarried, withSteps } from './carried.ts';
import { digestOf, isPassage, type Slip, slipOf } from './slip.ts';
import type { StepMap } from './stepMap.ts';

/** Steps of the file that are one step of ours, by the one that contacts come to. */
export interface Group {
  readonly id: string;
  /** Undefined: one step of the platform, read as it stands. */
  readonly slip: Slip | undefined;
  /** There is a slip, and it fits no more what stands beside it. */
  readonly stale: boolean;
}

export interface Groups {
  readonly all: readonly Group[];
  /** Where a path to this step leads in the end: past delays that only keep two ways apart. */
  readonly past: (id: string) => string;
  /** Steps that some path leads to. */
  readonly led: ReadonlySet<string>;
}

export function groupsOf(map: StepMap): Groups {
  const past = (id: string) => pastPassages(map, id);
  const into = waysInto(map);
  const claimed = new Set<string>();
  const slips = new Map<string, Slip>();
  const stale = new Set<string>();
  for (const [id, step] of Object.entries(map)) {
    const slip = slipOf(step);
    if (!slip) continue;
    const parts = slip.parts ?? [];
    if (fits(map, { id, slip, into }) && !parts.some((part) => claimed.has(part) || slips.has(part))) {
      slips.set(id, slip);
      for (const part of parts) claimed.add(part);
    } else stale.add(id);
  }
  const all = Object.entries(map)
    .filter(([id, step]) => !claimed.has(id) && !isPassage(step))
    .map(([id]) => ({ id, slip: slips.get(id), stale: stale.has(id) }));
  return { all, past, led: new Set(into.keys()) };
}

interface Claim {
  readonly id: string;
  readonly slip: Slip;
  readonly into: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether nothing was changed since the slip was written, and nobody comes to one of its parts from elsewhere. */
function fits(map: StepMap, { id, slip, into }: Claim): boolean {
  const ids = [id, ...(slip.parts ?? [])];
  const own = new Set(ids);
  if (own.size !== ids.length || !ids.every((part) => Object.hasOwn(map, part))) return false;
  const isEntered = ids.slice(1).some((part) => [...(into.get(part) ?? [])].some((from) => !own.has(from)));
  const isOwn = Object.values(slip.exits).every((exit) => !('node' in exit) || own.has(exit.node));
  // Parts without a step that they are parts of would be lost.
  const isStep =
    ids.length === 1 ||
    uncarried(
      withSteps(slip.step, () => undefined),
      '',
    ) !== undefined;
  return !isEntered && isOwn && isStep && digestOf(map, ids) === slip.digest;
}

function waysInto(map: StepMap): ReadonlyMap<string, ReadonlySet<string>> {
  const into = new Map<string, Set<string>>();
  for (const [from, step] of Object.entries(map))
    for (const { external_id } of step.children ?? []) {
      const known = into.get(external_id);
      if (known) known.add(from);
      else into.set(external_id, new Set([from]));
    }
  return into;
}

function pastPassages(map: StepMap, from: string): string {
  const seen = new Set<string>();
  let id = from;
  while (!seen.has(id) && Object.hasOwn(map, id)) {
    seen.add(id);
    const step = map[id];
    const next = step && isPassage(step) ? step.children?.[0]?.external_id : undefined;
    if (next === undefined) return id;
    id = next;
  }
  return id;
}

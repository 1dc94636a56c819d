import { uncarried, withSteps } from './carried.ts';
import { digestOf, isPassage, type Note, noteOf } from './note.ts';
import type { StepMap } from './stepMap.ts';

/** Steps of the file that are one step of ours, by the one that contacts come to. */
export interface Group {
  readonly id: string;
  /** Undefined: one step of the platform, read as it stands. */
  readonly note: Note | undefined;
  /** There is a note, and it fits no more what stands beside it. */
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
  const noted = new Map<string, Note>();
  const stale = new Set<string>();
  for (const [id, step] of Object.entries(map)) {
    const note = noteOf(step);
    if (!note) continue;
    const parts = note.parts ?? [];
    if (fits(map, { id, note, into }) && !parts.some((part) => claimed.has(part) || noted.has(part))) {
      noted.set(id, note);
      for (const part of parts) claimed.add(part);
    } else stale.add(id);
  }
  const all = Object.entries(map)
    .filter(([id, step]) => !claimed.has(id) && !isPassage(step))
    .map(([id]) => ({ id, note: noted.get(id), stale: stale.has(id) }));
  return { all, past, led: new Set(into.keys()) };
}

interface Claim {
  readonly id: string;
  readonly note: Note;
  readonly into: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether nothing of what is noted was changed since, and nobody comes to one of its parts from elsewhere. */
function fits(map: StepMap, { id, note, into }: Claim): boolean {
  const ids = [id, ...(note.parts ?? [])];
  const own = new Set(ids);
  if (own.size !== ids.length || !ids.every((part) => Object.hasOwn(map, part))) return false;
  const isEntered = ids.slice(1).some((part) => [...(into.get(part) ?? [])].some((from) => !own.has(from)));
  const isOwn = Object.values(note.exits).every((exit) => !('node' in exit) || own.has(exit.node));
  // Parts without a step that they are parts of would be lost.
  const isStep =
    ids.length === 1 ||
    uncarried(
      withSteps(note.step, () => undefined),
      '',
    ) !== undefined;
  return !isEntered && isOwn && isStep && digestOf(map, ids) === note.digest;
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

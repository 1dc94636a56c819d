import type { Playback } from '../playback.ts';

/** Where a contact went. */
export interface Way {
  /** Ids, in the order in which she comes to them. */
  readonly steps: readonly string[];
  /** Links she took: exits by step. */
  readonly links: ReadonlyMap<string, ReadonlySet<string>>;
}

export function wayOf({ steps, visits }: Playback, place: number): Way {
  const came: string[] = [];
  const links = new Map<string, Set<string>>();
  for (let row = visits.from[place]!; row < visits.from[place + 1]!; row++) {
    const step = steps[visits.step[row]!]!;
    came.push(step.id);
    const exit = step.exits[visits.exit[row]!];
    if (exit !== undefined) links.set(step.id, (links.get(step.id) ?? new Set()).add(exit));
  }
  return { steps: came, links };
}

import type { Journey, StepId } from '../../../journey/journey.ts';
import { exitsOf } from '../../../journey/steps/index.ts';
import { placeOf, type ExitRef } from '../canvasEdits.ts';

/** A line of the outline. `key` is unique and stays while the line means the same. */
export type OutlineRow = {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Key of the line that this one belongs under. */
  readonly parent: string | undefined;
} & (
  | { readonly kind: 'step'; readonly id: StepId; readonly hasWays: boolean }
  /** A way out of a step with several; what follows belongs under it. */
  | {
      readonly kind: 'way';
      readonly exit: ExitRef;
      readonly to: StepId | undefined;
      readonly hasMore: boolean;
    }
  /** Goes on at a step that has its line elsewhere. */
  | { readonly kind: 'again'; readonly id: StepId; readonly exit: ExitRef }
);

/**
 * The journey as lines: a chain of steps is a list, and only where a step has several ways out do they go one level deeper, each
 * with what follows. Every step has exactly one line; ways that come together or lead back refer to it. First what the entry leads
 * to, then what nothing leads to.
 */
export function outlineRows(journey: Journey): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const shown = new Set<StepId>();
  // A stack of its own: a journey may be a thousand steps long.
  const open: Pending[] = roots(journey).map((id) => ({ id, level: 1, parent: undefined, via: undefined }));
  for (let next = open.shift(); next; next = open.shift()) {
    if ('row' in next) {
      rows.push(next.row);
      continue;
    }
    const { id, level, parent, via } = next;
    const step = journey.steps[id];
    if (!step) continue;
    if (shown.has(id)) {
      if (via)
        rows.push({ kind: 'again', key: `again.${via.from}.${via.exit}`, level, parent, id, exit: via });
      continue;
    }
    shown.add(id);
    const exits = exitsOf(step);
    rows.push({ kind: 'step', key: id, level, parent, id, hasWays: exits.length > 1 });
    open.unshift(...following(journey, { id, level, parent, via }, exits));
  }
  return rows;
}

interface Visit {
  readonly id: StepId;
  readonly level: number;
  readonly parent: string | undefined;
  readonly via: ExitRef | undefined;
}
type Pending = Visit | { readonly row: OutlineRow };

function following(journey: Journey, { id, level, parent }: Visit, exits: readonly string[]): Pending[] {
  const links = journey.links[id] ?? {};
  if (exits.length === 1) {
    const [exit = ''] = exits;
    const to = links[exit];
    return to === undefined ? [] : [{ id: to, level, parent, via: { from: id, exit } }];
  }
  return exits.flatMap((exit): Pending[] => {
    const to = links[exit];
    const key = `way.${id}.${exit}`;
    const row: OutlineRow = {
      kind: 'way',
      key,
      level: level + 1,
      parent: id,
      exit: { from: id, exit },
      to,
      hasMore: to !== undefined,
    };
    const onward: Pending[] =
      to === undefined ? [] : [{ id: to, level: level + 2, parent: key, via: { from: id, exit } }];
    return [{ row }, ...onward];
  });
}

/** Entries, then steps that nothing leads to, then the rest: steps that only lead to each other. By place within each. */
function roots(journey: Journey): readonly StepId[] {
  const ledTo = new Set(Object.values(journey.links).flatMap((exits) => Object.values(exits)));
  const rank = (id: StepId) => (journey.steps[id]?.kind === 'entry' ? 0 : ledTo.has(id) ? 2 : 1);
  return (Object.keys(journey.steps) as StepId[]).toSorted((a, b) => {
    const [one, other] = [placeOf(journey, a), placeOf(journey, b)];
    return rank(a) - rank(b) || one.x - other.x || one.y - other.y;
  });
}

/** Lines that are not below a closed one. */
export function visibleRows(rows: readonly OutlineRow[], closed: ReadonlySet<string>): readonly OutlineRow[] {
  const hidden = new Set<string>();
  return rows.filter(({ key, parent }) => {
    const isHidden = parent !== undefined && (closed.has(parent) || hidden.has(parent));
    if (isHidden) hidden.add(key);
    return !isHidden;
  });
}

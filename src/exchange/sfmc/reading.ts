import { isId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { ShapedActivity, ShapedInteraction } from './shape.ts';

/** An activity with its place in the list. */
export interface Placed {
  readonly activity: ShapedActivity;
  readonly index: number;
}

/** What readers of single activities are told of the file. */
export interface Reading {
  /** Key of the event definition of the trigger; empty: it has none. */
  readonly event: string;
  readonly activityAt: (key: string) => Placed | undefined;
  /** Outcomes that lead to it, the trigger's included. */
  readonly waysInto: (key: string) => number;
  /** All messages of the file are exempt from consent. */
  readonly transactional: boolean;
  readonly base: Journey | undefined;
}

export interface Doubted {
  readonly code: string;
  readonly words: string;
  /** Below the activity: `outcomes.0`. */
  readonly at?: string;
}

/** What one or several activities are read as. */
export type ReadStep =
  | {
      readonly ok: true;
      readonly step: Step;
      readonly doubts: readonly Doubted[];
      /** Key of the activity whose answers a check looks at. */
      readonly looksAt?: string;
    }
  | { readonly ok: false; readonly words: string; readonly at: string };

export function readAs(step: Step, ...doubts: readonly Doubted[]): ReadStep {
  return { ok: true, step, doubts };
}

const LONGEST_NAME = 10_000;

export function nameOf({ name, key }: Pick<ShapedActivity, 'name' | 'key'>): string {
  return (name ?? key).slice(0, LONGEST_NAME);
}

/** What every step has of its activity. */
export function baseOf(activity: ShapedActivity): { readonly name: string; readonly note?: string } {
  const note = activity.description?.trim().slice(0, LONGEST_NAME) ?? '';
  return { name: nameOf(activity), ...(note !== '' && { note }) };
}

/** A step that stands for what has no counterpart: contacts pass it, and are counted. */
export function milestone(activity: ShapedActivity, why: string): ReadStep {
  return readAs(
    { kind: 'goal', ...baseOf(activity) },
    {
      code: 'no-counterpart',
      words: `“${nameOf(activity).slice(0, 60)}” (${activity.type.slice(0, 60)}) has no counterpart here: ${why}. Contacts pass a milestone of that name instead.`,
    },
  );
}

/** Ids of branches and arms: the keys of the outcomes where they can be. */
export function exitIds(
  keys: readonly (string | null | undefined)[],
  taken: readonly string[],
): readonly string[] {
  const used = new Set(taken);
  return keys.map((key, index) => {
    const id = key && isId(key) && !used.has(key) ? key : freshPath(used, index + 1);
    used.add(id);
    return id;
  });
}

function freshPath(used: ReadonlySet<string>, from: number): string {
  let n = from;
  while (used.has(`path-${n}`)) n += 1;
  return `path-${n}`;
}

/** How many activities and trigger outcomes lead to each key. */
export function countWays({ activities, triggers }: ShapedInteraction): ReadonlyMap<string, number> {
  const ways = new Map<string, number>();
  for (const { outcomes } of [...activities, ...(triggers ?? [])])
    for (const { next } of outcomes ?? []) if (next) ways.set(next, (ways.get(next) ?? 0) + 1);
  return ways;
}

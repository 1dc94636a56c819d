import type { Group, Note } from './annotations.ts';
import { compareFields, type FieldChange } from './compareFields.ts';
import { stepOf } from './graph.ts';
import { sortedIds } from './ids.ts';
import type { ExitName, Journey, Link, Position, StepId } from './journey.ts';
import { sameJson } from './sameJson.ts';
import type { Step } from './steps/index.ts';

/** A step that only one of two journeys has. */
export interface LoneStep {
  readonly id: StepId;
  readonly step: Step;
}

export interface ChangedStep {
  readonly id: StepId;
  readonly before: Step;
  readonly after: Step;
  /** Paths into the step; a new name is a change of `name`. At least one. */
  readonly fields: readonly FieldChange[];
}

/** A card that stands elsewhere: not a change of its step. */
export interface MovedStep {
  readonly id: StepId;
  readonly before: Position | undefined;
  readonly after: Position | undefined;
}

/** An exit that leads to another step. */
export interface RedirectedLink {
  readonly from: StepId;
  readonly exit: ExitName;
  readonly before: StepId;
  readonly after: StepId;
}

/** A note or group that came (no `before`), went (no `after`), or is another. */
export type ChangedMark =
  | { readonly kind: 'note'; readonly id: string; readonly before?: Note; readonly after?: Note }
  | { readonly kind: 'group'; readonly id: string; readonly before?: Group; readonly after?: Group };

/** What one journey has that another has not. Everything is sorted by id; equal journeys give empty lists. */
export interface JourneyDiff {
  readonly steps: {
    readonly added: readonly LoneStep[];
    readonly removed: readonly LoneStep[];
    readonly changed: readonly ChangedStep[];
  };
  readonly moved: readonly MovedStep[];
  /** Notes, then groups: what the canvas alone shows. */
  readonly marks: readonly ChangedMark[];
  readonly links: {
    readonly added: readonly Link[];
    readonly removed: readonly Link[];
    readonly redirected: readonly RedirectedLink[];
  };
  /** Paths into the settings. */
  readonly settings: readonly FieldChange[];
  /** Name, brief and luck. */
  readonly document: readonly FieldChange[];
}

/**
 * What became of the one journey in the other, step by step and field by field. Ids of the documents are not compared: the two
 * may be a journey and its copy. Takes time in proportion to the documents, and none for parts that are the same objects.
 */
export function diffJourneys(before: Journey, after: Journey): JourneyDiff {
  return {
    steps: {
      added: missingIn(before, after),
      removed: missingIn(after, before),
      changed: changedSteps(before, after),
    },
    moved: movedSteps(before, after),
    marks: changedMarks(before, after),
    links: diffLinks(before, after),
    settings: compareFields(before.settings, after.settings),
    document: compareFields(headOf(before), headOf(after)),
  };
}

/** Whether there is any difference. */
export function differs({ steps, moved, marks, links, settings, document }: JourneyDiff): boolean {
  return [...Object.values(steps), moved, marks, ...Object.values(links), settings, document].some(
    (list) => list.length > 0,
  );
}

function missingIn(journey: Journey, other: Journey): readonly LoneStep[] {
  return sortedIds(other.steps).flatMap((id) => {
    const step = stepOf(other, id);
    return step && !stepOf(journey, id) ? [{ id, step }] : [];
  });
}

function changedSteps(before: Journey, after: Journey): readonly ChangedStep[] {
  return sortedIds(before.steps).flatMap((id) => {
    const [was, is] = [stepOf(before, id), stepOf(after, id)];
    const fields = was && is ? compareFields(was, is) : [];
    return was && is && fields.length > 0 ? [{ id, before: was, after: is, fields }] : [];
  });
}

function movedSteps(before: Journey, after: Journey): readonly MovedStep[] {
  return sortedIds(before.steps).flatMap((id) => {
    const [was, is] = [placeIn(before, id), placeIn(after, id)];
    const stayed = was === is || (was && is && was.x === is.x && was.y === is.y);
    return stayed || !stepOf(after, id) ? [] : [{ id, before: was, after: is }];
  });
}

function changedMarks(before: Journey, after: Journey): readonly ChangedMark[] {
  const notes = changedIn<Note>(before.notes, after.notes).map((one): ChangedMark => ({
    kind: 'note',
    ...one,
  }));
  const groups = changedIn<Group>(before.groups, after.groups).map((one): ChangedMark => ({
    kind: 'group',
    ...one,
  }));
  return [...notes, ...groups];
}

function changedIn<T>(was: Readonly<Record<string, T>> = {}, is: Readonly<Record<string, T>> = {}) {
  return Object.keys({ ...was, ...is })
    .sort()
    .flatMap((id) => {
      const before = Object.hasOwn(was, id) ? was[id] : undefined;
      const after = Object.hasOwn(is, id) ? is[id] : undefined;
      if (sameJson(before, after)) return [];
      return [{ id, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
    });
}

function placeIn({ layout }: Journey, id: StepId): Position | undefined {
  return Object.hasOwn(layout, id) ? layout[id] : undefined;
}

function diffLinks(before: Journey, after: Journey): JourneyDiff['links'] {
  const added: Link[] = [];
  const removed: Link[] = [];
  const redirected: RedirectedLink[] = [];
  for (const from of sortedIds({ ...before.links, ...after.links })) {
    const [was, is] = [exitsFrom(before, from), exitsFrom(after, from)];
    if (was === is) continue;
    for (const exit of Object.keys({ ...was, ...is }).sort()) {
      const [old, to] = [was[exit], is[exit]];
      if (old !== undefined && to !== undefined) {
        if (old !== to) redirected.push({ from, exit, before: old, after: to });
      } else if (to !== undefined) added.push({ from, exit, to });
      else if (old !== undefined) removed.push({ from, exit, to: old });
    }
  }
  return { added, removed, redirected };
}

const NO_EXITS: Readonly<Record<ExitName, StepId>> = {};

function exitsFrom({ links }: Journey, from: StepId): Readonly<Record<ExitName, StepId>> {
  return (Object.hasOwn(links, from) ? links[from] : undefined) ?? NO_EXITS;
}

function headOf({ name, brief, luckId }: Journey): object {
  return { name, brief, luckId };
}

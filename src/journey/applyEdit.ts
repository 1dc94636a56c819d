import { applyPatches, type Draft, enablePatches, type Patch, produceWithPatches } from 'immer';
import type { Group } from './annotations.ts';
import type { Edit } from './edits.ts';
import type { ExitName, Journey, Position, StepId } from './journey.ts';
import { exitsOf, type Step } from './steps/index.ts';

enablePatches();

/** One change as Immer JSON patches, there and back. Plain data: it can be stored and replayed. */
export interface Operation {
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export interface Applied extends Operation {
  readonly journey: Journey;
}

/**
 * The journey after the edit; the old one is not touched. An edit that changes nothing gives the same journey and no
 * patches. Throws, and applies nothing, when the edit names a step or exit that does not exist.
 */
export function applyEdit(journey: Journey, edit: Edit): Applied {
  const [after, patches, inverse] = produceWithPatches(journey, (draft) => {
    perform(draft, edit);
  });
  return { journey: after, patches, inverse };
}

/** The journey after patches that `applyEdit` made on an equal journey. */
export function replay(journey: Journey, patches: readonly Patch[]): Journey {
  return applyPatches(journey, patches);
}

type JourneyDraft = Draft<Journey>;

function perform(draft: JourneyDraft, edit: Edit): void {
  switch (edit.type) {
    case 'addStep':
      return addStep(draft, edit.id, edit.step, edit.at);
    case 'removeSteps':
      for (const id of edit.ids) removeStep(draft, id, edit.heal ?? false);
      return;
    case 'changeStep':
      return changeStep(draft, edit.id, edit.step);
    case 'connect':
      return connect(draft, edit.from, edit.exit, edit.to);
    case 'disconnect':
      return disconnect(draft, edit.from, edit.exit);
    case 'spliceStep':
      return spliceStep(draft, edit);
    case 'moveSteps':
      for (const [id, at] of Object.entries(edit.to)) moveStep(draft, id as StepId, at);
      return;
    case 'putNote':
      (draft.notes ??= {})[edit.id] = edit.note;
      return;
    case 'removeNotes':
      return removeNotes(draft, edit.ids);
    case 'putGroup':
      return putGroup(draft, edit.id, edit.group);
    case 'removeGroups':
      for (const id of edit.ids) removeGroup(draft, id);
      return;
    case 'changeSettings':
      draft.settings = edit.settings as JourneyDraft['settings'];
      return;
    case 'rename':
      return rename(draft, edit.name, edit.brief);
    case 'several':
      for (const part of edit.edits) perform(draft, part);
      return;
    case 'replace':
      return replaceAll(draft, edit.journey);
  }
}

function existing(draft: JourneyDraft, id: StepId): Step {
  const step = Object.hasOwn(draft.steps, id) ? draft.steps[id] : undefined;
  if (!step) throw new RangeError(`invalid step: ${id}`);
  return step;
}

function addStep(draft: JourneyDraft, id: StepId, step: Step, at: Position): void {
  if (Object.hasOwn(draft.steps, id)) throw new RangeError(`step exists: ${id}`);
  draft.steps[id] = step as Draft<Step>;
  draft.layout[id] = at;
}

function removeStep(draft: JourneyDraft, id: StepId, heal: boolean): void {
  existing(draft, id);
  const into = linksInto(draft, id);
  const onward = Object.values(draft.links[id] ?? {}).filter((to) => to !== id);
  delete draft.steps[id];
  delete draft.layout[id];
  delete draft.links[id];
  // Another step may get the id.
  if (draft.origin) delete draft.origin.steps[id];
  for (const { from, exit } of into) disconnect(draft, from, exit);
  leaveGroups(draft, [id]);
  const [target, ...others] = new Set(onward);
  if (heal && target && others.length === 0)
    for (const { from, exit } of into) connect(draft, from, exit, target);
}

function linksInto(draft: JourneyDraft, id: StepId): { readonly from: StepId; readonly exit: ExitName }[] {
  return Object.entries(draft.links).flatMap(([from, exits]) =>
    from === id
      ? []
      : Object.entries(exits)
          .filter(([, to]) => to === id)
          .map(([exit]) => ({ from: from as StepId, exit })),
  );
}

function changeStep(draft: JourneyDraft, id: StepId, step: Step): void {
  existing(draft, id);
  draft.steps[id] = step as Draft<Step>;
  const exits = exitsOf(step);
  for (const exit of Object.keys(draft.links[id] ?? {})) {
    if (!exits.includes(exit)) disconnect(draft, id, exit);
  }
}

function connect(draft: JourneyDraft, from: StepId, exit: ExitName, to: StepId): void {
  if (!exitsOf(existing(draft, from)).includes(exit))
    throw new RangeError(`invalid exit of ${from}: ${exit}`);
  existing(draft, to);
  const exits = draft.links[from];
  if (exits) exits[exit] = to;
  else draft.links[from] = { [exit]: to };
}

/** Takes the link away if there is one. A step without links has no entry in `links`: equal graphs are equal documents. */
function disconnect(draft: JourneyDraft, from: StepId, exit: ExitName): void {
  const exits = draft.links[from];
  if (!exits) return;
  delete exits[exit];
  if (Object.keys(exits).length === 0) delete draft.links[from];
}

function spliceStep(draft: JourneyDraft, edit: Extract<Edit, { type: 'spliceStep' }>): void {
  const to = draft.links[edit.from]?.[edit.exit];
  addStep(draft, edit.id, edit.step, edit.at);
  connect(draft, edit.from, edit.exit, edit.id);
  const [first] = exitsOf(edit.step);
  if (to && first) connect(draft, edit.id, first, to);
}

function moveStep(draft: JourneyDraft, id: StepId, at: Position): void {
  existing(draft, id);
  const before = draft.layout[id];
  if (before?.x !== at.x || before.y !== at.y) draft.layout[id] = at;
}

/** A document without notes has no `notes`: what looks equal is equal. */
function removeNotes(draft: JourneyDraft, ids: readonly string[]): void {
  const { notes } = draft;
  for (const id of ids) {
    if (!notes || !Object.hasOwn(notes, id)) throw new RangeError(`invalid note: ${id}`);
    delete notes[id];
  }
  if (notes && Object.keys(notes).length === 0) delete draft.notes;
}

function putGroup(draft: JourneyDraft, id: string, group: Group): void {
  for (const member of group.steps) existing(draft, member);
  const before = draft.groups?.[id]?.steps ?? [];
  leaveGroups(
    draft,
    group.steps.filter((member) => !before.includes(member)),
  );
  if (group.steps.length > 0) (draft.groups ??= {})[id] = { ...group, steps: [...group.steps] };
  else if (draft.groups && Object.hasOwn(draft.groups, id)) removeGroup(draft, id);
}

function removeGroup(draft: JourneyDraft, id: string): void {
  const { groups } = draft;
  if (!groups || !Object.hasOwn(groups, id)) throw new RangeError(`invalid group: ${id}`);
  delete groups[id];
  if (Object.keys(groups).length === 0) delete draft.groups;
}

function leaveGroups(draft: JourneyDraft, ids: readonly StepId[]): void {
  for (const [id, group] of Object.entries(draft.groups ?? {})) {
    if (!group.steps.some((member) => ids.includes(member))) continue;
    group.steps = group.steps.filter((member) => !ids.includes(member));
    if (group.steps.length === 0) removeGroup(draft, id);
  }
}

function rename(draft: JourneyDraft, name: string, brief: string | undefined): void {
  draft.name = name;
  if (brief !== undefined) draft.brief = brief;
}

function replaceAll(draft: JourneyDraft, journey: Journey): void {
  const { id: _, brief, notes, groups, ...rest } = journey as JourneyDraft;
  Object.assign(draft, rest);
  if (brief === undefined) delete draft.brief;
  else draft.brief = brief;
  if (notes === undefined) delete draft.notes;
  else draft.notes = notes;
  if (groups === undefined) delete draft.groups;
  else draft.groups = groups;
}

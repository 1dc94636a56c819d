import type { Group, Note, NoteId } from './annotations.ts';
import { clipRefusal, isTooDeep, refusalOf, tooDeep } from './clipRefusals.ts';
import { createJourney } from './createJourney.ts';
import type { Edit } from './edits.ts';
import { readJourney } from './format.ts';
import { linksOf, stepEntries } from './graph.ts';
import { freshId, freshStepId, journeyId } from './ids.ts';
import type { Journey, Position, StepId } from './journey.ts';
import { MAX_STEPS } from './limits.ts';
import type { Problem } from './problem.ts';
import { serializeJourney } from './serializeJourney.ts';
import { withStepNames } from './withStepNames.ts';

/** Steps taken out of a journey with the links among them, to be put into the same or another one. */
export type Clip = Pick<Journey, 'steps' | 'links' | 'layout' | 'notes' | 'groups'>;

const FORMAT = 'rehearsal-steps';
const MAX_CHARACTERS = 10 * 1024 * 1024;

/** A clip as the text that travels through the clipboard, also to another tab or into a mail. */
export function writeClip(clip: Clip): string {
  const text = serializeJourney({ ...shell(), ...clip });
  const { steps, links, layout, notes, groups } = JSON.parse(text) as Journey;
  return JSON.stringify({ format: FORMAT, version: 1, steps, links, layout, notes, groups }, null, 2);
}

export type ReadClip =
  { readonly ok: true; readonly clip: Clip } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Steps from the clipboard's text: a clip, or a whole journey file. Whatever the text is, this answers with a value. */
export function readClip(text: string): ReadClip {
  const value = text.length <= MAX_CHARACTERS ? parsed(text) : undefined;
  if (!isObject(value) || (value['format'] !== FORMAT && value['format'] !== 'rehearsal-journey'))
    return { ok: false, problems: [refusalOf(text)] };
  if (isTooDeep(text)) return { ok: false, problems: [tooDeep] };
  const { format, ...parts } = value;
  const read = readJourney(
    format === FORMAT ? { ...shell(), steps: {}, links: {}, layout: {}, ...parts } : value,
  );
  if (!read.ok) return { ok: false, problems: read.problems.map(clipRefusal) };
  const { steps, links, layout, notes, groups } = read.journey;
  return { ok: true, clip: { steps, links, layout, ...(notes && { notes }), ...(groups && { groups }) } };
}

/** The steps and notes with these ids; groups come along when all of their steps do. */
export function cutOut(journey: Journey, ids: readonly StepId[], noteIds: readonly NoteId[] = []): Clip {
  const chosen = new Set(ids);
  const pick = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]) =>
    Object.fromEntries(keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]])));
  const links: Record<StepId, Record<string, StepId>> = {};
  for (const { from, exit, to } of linksOf(journey))
    if (chosen.has(from) && chosen.has(to)) links[from] = { ...links[from], [exit]: to };
  const groups = Object.entries(journey.groups ?? {}).filter(([, group]) =>
    group.steps.every((id) => chosen.has(id)),
  );
  return {
    steps: pick(journey.steps, ids),
    links,
    layout: pick(journey.layout, ids),
    ...(noteIds.length > 0 && { notes: pick(journey.notes ?? {}, noteIds) }),
    ...(groups.length > 0 && { groups: Object.fromEntries(groups) }),
  };
}

export interface Paste {
  readonly edit: Edit;
  readonly steps: readonly StepId[];
  readonly notes: readonly NoteId[];
  /** An entry was in the clip and stayed behind, since the journey has one. */
  readonly entryLeftOut: boolean;
}

export type PasteOutcome =
  { readonly ok: true; readonly paste: Paste } | { readonly ok: false; readonly problem: Problem };

/** One edit that puts the clip in under fresh ids, moved by `by`. What its steps say of each other still holds. */
export function pasteClip(journey: Journey, clip: Clip, by: Position): PasteOutcome {
  const hasEntry = Object.values(journey.steps).some(({ kind }) => kind === 'entry');
  const coming = stepEntries({ ...journey, ...clip }).filter(
    ([, { kind }]) => !(kind === 'entry' && hasEntry),
  );
  const entryLeftOut = coming.length < Object.keys(clip.steps).length;
  const notes = Object.entries(clip.notes ?? {});
  const size = Object.keys(journey.steps).length + coming.length;
  if (size > MAX_STEPS) return { ok: false, problem: tooMany(size) };
  if (coming.length === 0 && notes.length === 0) return { ok: false, problem: onlyAnEntry };
  const names = freshNames(
    journey,
    coming.map(([id, { kind }]) => [id, kind] as const),
  );
  const name = (id: StepId) => names.get(id);
  const freshNotes = freshKeys(journey.notes, notes, 'note');
  const edits: readonly Edit[] = [
    ...coming.map(([id, step]): Edit => ({
      type: 'addStep',
      id: name(id) ?? id,
      step: withStepNames(step, (other) => name(other) ?? (journey.steps[other] ? other : undefined)),
      at: moved(clip.layout[id] ?? { x: 0, y: 0 }, by),
    })),
    ...linksOf({ ...journey, ...clip }).flatMap(({ from, exit, to }): Edit[] => {
      const [source, target] = [name(from), name(to)];
      return source && target ? [{ type: 'connect', from: source, exit, to: target }] : [];
    }),
    ...freshNotes.map(([id, note]): Edit => ({ type: 'putNote', id, note: { ...note, ...moved(note, by) } })),
    ...groupEdits(journey, clip, name),
  ];
  return {
    ok: true,
    paste: {
      edit: { type: 'several', edits },
      steps: [...names.values()],
      notes: freshNotes.map(([id]) => id),
      entryLeftOut,
    },
  };
}

function groupEdits(journey: Journey, clip: Clip, name: (id: StepId) => StepId | undefined): Edit[] {
  return freshKeys<Group>(journey.groups, Object.entries(clip.groups ?? {}), 'group').map(([id, group]) => ({
    type: 'putGroup',
    id,
    group: { ...group, steps: group.steps.flatMap((member) => name(member) ?? []) },
  }));
}

function freshNames(
  journey: Journey,
  coming: readonly (readonly [StepId, string])[],
): ReadonlyMap<StepId, StepId> {
  const names = new Map<StepId, StepId>();
  const taken: Record<StepId, unknown> = { ...journey.steps };
  for (const [id, kind] of coming) {
    const fresh = freshStepId({ steps: taken }, kind);
    taken[fresh] = true;
    names.set(id, fresh);
  }
  return names;
}

function freshKeys<T extends Note | Group>(
  known: Readonly<Record<string, unknown>> | undefined,
  coming: readonly (readonly [string, T])[],
  prefix: string,
): readonly (readonly [string, T])[] {
  const taken = new Set(Object.keys(known ?? {}));
  return coming.map(([, value]) => {
    const id = freshId(taken, prefix);
    taken.add(id);
    return [id, value] as const;
  });
}

function moved({ x, y }: Position, by: Position): Position {
  return { x: x + by.x, y: y + by.y };
}

function shell(): Journey {
  return createJourney({
    id: journeyId('clip'),
    luckId: 'clip',
    name: '',
    start: '2000-01-01T00:00:00Z',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const onlyAnEntry: Problem = {
  code: 'only-an-entry',
  severity: 'error',
  words:
    'The clipboard holds only an entry, and this journey has one already. Nothing was changed; the entry’s form says who comes in.',
  values: {},
};

function tooMany(size: number): Problem {
  return {
    code: 'too-many-steps',
    severity: 'error',
    words: `With these the journey would have ${size} steps, and it may have ${MAX_STEPS}. Nothing was pasted; copy fewer steps.`,
    values: { size, max: MAX_STEPS },
  };
}

import { applyEdit, type Operation, replay } from './applyEdit.ts';
import type { Edit } from './edits.ts';
import type { Journey, JourneyId } from './journey.ts';

/** One undo step. */
interface Change extends Operation {
  /** Following edits with the same key join this step: typing, dragging. */
  readonly merge?: string;
}

/** Undo as a value: where we are, how to go back (last first) and how to go forward again (last first). */
export interface History {
  readonly past: readonly Change[];
  readonly present: Journey;
  readonly future: readonly Change[];
}

export interface Transition {
  readonly history: History;
  /** To be appended to what is stored; undefined: nothing changed. */
  readonly operation: Operation | undefined;
}

export function startHistory(journey: Journey): History {
  return { past: [], present: journey, future: [] };
}

export function record(history: History, edit: Edit, options: { readonly merge?: string } = {}): Transition {
  const { journey, patches, inverse } = applyEdit(history.present, edit);
  if (patches.length === 0) return { history, operation: undefined };
  const operation = { patches, inverse };
  const past = appended(history.past, { ...operation, ...options });
  return { history: { past, present: journey, future: [] }, operation };
}

export function undo(history: History): Transition {
  const last = history.past.at(-1);
  if (!last) return { history, operation: undefined };
  const operation = { patches: last.inverse, inverse: last.patches };
  const present = replay(history.present, operation.patches);
  return {
    history: { past: sealed(history.past.slice(0, -1)), present, future: [...history.future, plain(last)] },
    operation,
  };
}

export function redo(history: History): Transition {
  const next = history.future.at(-1);
  if (!next) return { history, operation: undefined };
  const present = replay(history.present, next.patches);
  return {
    history: { past: [...history.past, next], present, future: history.future.slice(0, -1) },
    operation: plain(next),
  };
}

/**
 * The same history for a copy of the document that goes on by itself: every name in it, now and wherever undo leads, becomes the
 * copy's. Nothing that could be undone or redone is lost.
 */
export function carriedOver(
  { past, present, future }: History,
  { id, nameOf }: { readonly id: JourneyId; readonly nameOf: (name: string) => string },
): History {
  const renamed = (patches: Operation['patches']) =>
    patches.map((patch) =>
      patch.path.length === 1 && patch.path[0] === 'name'
        ? { ...patch, value: nameOf(String(patch.value)) }
        : patch,
    );
  const carried = (change: Change): Change => ({
    ...change,
    patches: renamed(change.patches),
    inverse: renamed(change.inverse),
  });
  return {
    past: past.map(carried),
    present: { ...present, id, name: nameOf(present.name) },
    future: future.map(carried),
  };
}

function appended(past: readonly Change[], change: Change): readonly Change[] {
  const last = past.at(-1);
  if (!last || change.merge === undefined || last.merge !== change.merge) return [...past, change];
  const joined = {
    patches: [...last.patches, ...change.patches],
    inverse: [...change.inverse, ...last.inverse],
    merge: change.merge,
  };
  return [...past.slice(0, -1), joined];
}

/** After an undo, typing on starts a new step instead of joining one that the person has already looked at. */
function sealed(past: readonly Change[]): readonly Change[] {
  const last = past.at(-1);
  return last ? [...past.slice(0, -1), plain(last)] : past;
}

function plain({ patches, inverse }: Change): Operation {
  return { patches, inverse };
}

import type { Edit } from './edits.ts';
import { linksOf, stepEntries } from './graph.ts';
import { freshStepId } from './ids.ts';
import type { Journey, Position, StepId } from './journey.ts';
import { STEP_DEFINITIONS } from './steps/index.ts';

const COLUMN = 320;

/** Adds an entry that leads to where the journey begins; without `at` it stands left of everything, level with that step. */
export function addEntry(journey: Journey, at?: Position): { readonly id: StepId; readonly edit: Edit } {
  const id = freshStepId(journey, 'entry');
  const first = firstStep(journey);
  const add: Edit = {
    type: 'addStep',
    id,
    step: STEP_DEFINITIONS.entry.defaults(),
    at: at ?? leftOf(journey, first),
  };
  if (first === undefined) return { id, edit: add };
  const [exit = ''] = STEP_DEFINITIONS.entry.exits(STEP_DEFINITIONS.entry.defaults());
  return { id, edit: { type: 'several', edits: [add, { type: 'connect', from: id, exit, to: first }] } };
}

/** Of the steps that no other leads to, the one that is read first; where all are in loops, of all steps. */
function firstStep(journey: Journey): StepId | undefined {
  const ledTo = new Set(linksOf(journey).flatMap(({ from, to }) => (from === to ? [] : [to])));
  const ids = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [] : [id]));
  const starts = ids.filter((id) => !ledTo.has(id));
  const placeOf = (id: StepId) => journey.layout[id] ?? { x: 0, y: 0 };
  const [first] = (starts.length > 0 ? starts : ids).toSorted((a, b) => {
    const [one, other] = [placeOf(a), placeOf(b)];
    return one.x - other.x || one.y - other.y;
  });
  return first;
}

function leftOf(journey: Journey, first: StepId | undefined): Position {
  if (first === undefined) return { x: 0, y: 0 };
  const places: readonly Position[] = Object.values(journey.layout);
  const left = Math.min(...places.map(({ x }) => x));
  return { x: (Number.isFinite(left) ? left : 0) - COLUMN, y: journey.layout[first]?.y ?? 0 };
}

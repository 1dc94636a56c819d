import { TINTS } from '../../src/journey/annotations.ts';
import type { Edit } from '../../src/journey/edits.ts';
import { freshStepId, sortedIds } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { exitsOf, STEP_DEFINITIONS, STEP_KINDS } from '../../src/journey/steps/index.ts';

/** One edit that fits the journey, chosen by numbers: the same numbers, the same edit. */
export function randomEdit(journey: Journey, draw: () => number): Edit {
  const pick = <T>(items: readonly T[]): T => items[draw() % items.length] as T;
  const ids = sortedIds(journey.steps);
  const [id, other] = [pick(ids), pick(ids)];
  const fresh = STEP_DEFINITIONS[pick(STEP_KINDS)].defaults();
  const at = { x: draw() % 1000, y: draw() % 1000 };
  const step = journey.steps[id] ?? fresh;
  const exits = exitsOf(step);
  const exit = exits.length > 0 ? pick(exits) : undefined;
  const kinds: readonly (() => Edit)[] = [
    () => ({ type: 'addStep', id: freshStepId(journey, fresh.kind), step: fresh, at }),
    () =>
      ids.length > 2
        ? { type: 'removeSteps', ids: [...new Set([id, other])], heal: draw() % 2 === 0 }
        : { type: 'rename', name: 'alone' },
    () => ({
      type: 'changeStep',
      id,
      step: draw() % 2 === 0 ? fresh : { ...step, name: `name ${draw() % 9}` },
    }),
    () =>
      exit === undefined
        ? { type: 'moveSteps', to: { [id]: at } }
        : { type: 'connect', from: id, exit, to: other },
    () => ({ type: 'disconnect', from: id, exit: exit ?? 'next' }),
    () =>
      exit === undefined
        ? { type: 'rename', name: 'end', brief: 'of it' }
        : { type: 'spliceStep', id: freshStepId(journey, fresh.kind), step: fresh, at, from: id, exit },
    () => ({ type: 'moveSteps', to: { [id]: at, [other]: { x: 0, y: draw() % 50 } } }),
    () => ({ type: 'changeSettings', settings: { ...journey.settings, priority: draw() % 101 } }),
    () => ({
      type: 'putNote',
      id: `note-${draw() % 3}`,
      note: { text: `${draw() % 9}`, tint: pick(TINTS), ...at, width: 200, height: 100 },
    }),
    () => ({
      type: 'putGroup',
      id: `group-${draw() % 3}`,
      group: { name: `${draw() % 9}`, tint: pick(TINTS), steps: [...new Set([id, other])] },
    }),
    () => ({ type: 'removeNotes', ids: Object.keys(journey.notes ?? {}).slice(0, 1) }),
    () => ({ type: 'removeGroups', ids: Object.keys(journey.groups ?? {}).slice(0, 1) }),
    () => ({
      type: 'several',
      edits: [
        { type: 'rename', name: `n${draw() % 5}` },
        { type: 'moveSteps', to: { [other]: at } },
      ],
    }),
  ];
  return pick(kinds)();
}

/** Several independent edits of the same journey. */
export function randomEdits(journey: Journey, draws: Iterator<number>, count: number): readonly Edit[] {
  const draw = () => draws.next().value as number;
  return Array.from({ length: count }, () => randomEdit(journey, draw));
}

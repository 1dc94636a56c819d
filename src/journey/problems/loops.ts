import type { Edit } from '../edits.ts';
import { finishOrder, linksOf, loopsIn, reachableFrom, stepEntries, stepOf, successorsOf } from '../graph.ts';
import { freshStepId } from '../ids.ts';
import type { Journey, Link, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { exitsOf, STEP_DEFINITIONS } from '../steps/index.ts';
import { takesTime } from '../times.ts';

const ROW = 150;

export function findLoopProblems(journey: Journey): readonly Problem[] {
  const instant = instantLoops(journey);
  if (instant.length > 0) return instant.map((loop) => loopProblem(journey, loop));
  return endlessLoops(journey).map((loop) => endlessProblem(journey, loop));
}

/** Loops that no exit leads out of: everyone goes round until the loop bound cuts them off. */
function endlessLoops(journey: Journey): readonly (readonly StepId[])[] {
  return loopsIn(successorsOf(journey)).filter((loop) => {
    const members = new Set(loop);
    return loop.every((id) => {
      const step = stepOf(journey, id);
      const exits = step ? exitsOf(step) : [];
      return exits.every((exit) => {
        const to = journey.links[id]?.[exit];
        return to !== undefined && members.has(to);
      });
    });
  });
}

function endlessProblem(journey: Journey, loop: readonly StepId[]): Problem {
  const names = loop.map((id) => stepOf(journey, id)?.name ?? id).join('”, “');
  const [first] = loop;
  return {
    code: 'loop-without-end',
    severity: 'warning',
    words: `Nothing leads out of the loop of “${names}”: everyone goes round until the loop’s bound cuts them off. Add a check or a split with a way out.`,
    values: { steps: names },
    ...(first && { step: first }),
  };
}

/** Loops that a contact would run through again and again in one minute. */
export function instantLoops(journey: Journey): readonly (readonly StepId[])[] {
  const instant = new Map<StepId, readonly StepId[]>();
  const isInstant = (id: StepId) => {
    const step = stepOf(journey, id);
    return step !== undefined && !takesTime(step);
  };
  for (const [id, targets] of successorsOf(journey))
    if (isInstant(id)) instant.set(id, targets.filter(isInstant));
  return loopsIn(instant);
}

function loopProblem(journey: Journey, loop: readonly StepId[]): Problem {
  const names = loop.map((id) => stepOf(journey, id)?.name ?? id).join('”, “');
  const [first] = loop;
  return {
    code: 'loop-without-time',
    severity: 'error',
    words: `No time passes in the loop of “${names}”. Put a wait or a check with a window into it.`,
    values: { steps: names },
    ...(first && { step: first }),
    fix: waitInside(journey, loop),
  };
}

/** A wait in front of each step that the loop comes back to; behind it no way round is left that takes no time. */
function waitInside(journey: Journey, loop: readonly StepId[]): Edit {
  const taken = { ...journey.steps };
  const back = backLinks(journey, loop);
  const edits = [...new Set(back.map(({ to }) => to))].flatMap((to): readonly Edit[] => {
    const id = freshStepId({ steps: taken }, 'wait');
    const step = STEP_DEFINITIONS.wait.defaults();
    taken[id] = step;
    const { x, y } = journey.layout[to] ?? { x: 0, y: 0 };
    const inward = back.filter((link) => link.to === to);
    return [
      { type: 'addStep', id, step, at: { x, y: y + ROW } },
      { type: 'connect', from: id, exit: 'next', to },
      ...inward.map(({ from, exit }) => ({ type: 'connect', from, exit, to: id }) as const),
    ];
  });
  return { type: 'several', edits };
}

/** Links of the loop that lead back to where the walk through it came from; it starts where contacts come in. */
function backLinks(journey: Journey, loop: readonly StepId[]): readonly Link[] {
  const members = new Set(loop);
  const inside = new Map(
    startingAtDoor(journey, members).map((id) => [
      id,
      Object.values(journey.links[id] ?? {}).filter((to) => members.has(to)),
    ]),
  );
  const rank = new Map(finishOrder(inside).map((id, at) => [id, at]));
  return linksOf(journey).filter(
    ({ from, to }) => members.has(from) && members.has(to) && (rank.get(to) ?? 0) >= (rank.get(from) ?? 0),
  );
}

function startingAtDoor(journey: Journey, loop: ReadonlySet<StepId>): readonly StepId[] {
  const outside = new Set(stepEntries(journey).flatMap(([id]) => (loop.has(id) ? [] : [id])));
  const reached = reachableFrom(
    [...outside].filter((id) => stepOf(journey, id)?.kind === 'entry'),
    successorsOf(journey),
    loop,
  );
  const doors = linksOf(journey).flatMap(({ from, to }) => (reached.has(from) && loop.has(to) ? [to] : []));
  return [...new Set([...doors, ...loop])];
}

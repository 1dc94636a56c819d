import { finishOrder, linksOf, stepEntries, stepOf, successorsOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { nominalMinutes } from '../times.ts';
import { MINUTES_PER_DAY } from '../units.ts';

/** Waits that could be left out, and windows shorter than the waits before the last message. */
export function findWaitProblems(journey: Journey): readonly Problem[] {
  return [...idleWaits(journey), ...shortGoalWindows(journey)];
}

function idleWaits(journey: Journey): readonly Problem[] {
  return linksOf(journey).flatMap(({ from, to }): Problem[] => {
    if (stepOf(journey, from)?.kind !== 'wait') return [];
    const target = stepOf(journey, to);
    if (target?.kind === 'wait') {
      const words = `This wait is followed by another one, “${target.name}”. If nothing is meant to happen between them, make them one.`;
      return [{ code: 'two-waits', severity: 'warning', words, values: { next: target.name }, step: from }];
    }
    return target?.kind === 'exit' ? [trailing(journey, from, to)] : [];
  });
}

function trailing(journey: Journey, id: StepId, end: StepId): Problem {
  const past = linksOf(journey).filter((link) => link.to === id && link.from !== id);
  return {
    code: 'trailing-wait',
    severity: 'warning',
    words:
      'Nothing happens after this wait but the exit: it only keeps contacts inside. Remove it unless re-entry depends on it.',
    values: {},
    step: id,
    fix: {
      type: 'several',
      edits: [
        ...past.map(({ from, exit }) => ({ type: 'connect', from, exit, to: end }) as const),
        { type: 'removeSteps', ids: [id] },
      ],
    },
  };
}

/** A goal that stops counting before the last message is out calls that message useless, whatever it does. */
function shortGoalWindows(journey: Journey): readonly Problem[] {
  const latest = minutesToLastMessage(journey);
  return journey.settings.goals.flatMap(({ name, window }, index): Problem[] => {
    if (window.from !== 'entry' || window.minutes >= latest) return [];
    const [windowDays, pathDays] = [window.minutes, latest].map(
      (minutes) => Math.round((minutes / MINUTES_PER_DAY) * 10) / 10,
    );
    const words = `“${name}” counts for ${windowDays} days after the entry, but the last message can come after ${pathDays} days. Make the window longer.`;
    return [
      {
        code: 'goal-window-short',
        severity: 'warning',
        words,
        values: { goal: name, window: windowDays ?? 0, path: pathDays ?? 0 },
        path: `settings.goals.${index}.window.minutes`,
      },
    ];
  });
}

/** The longest nominal time from an entry to a message, each loop walked once. */
function minutesToLastMessage(journey: Journey): number {
  const successors = successorsOf(journey);
  const order = finishOrder(startingAtEntries(journey, successors)).reverse();
  const rank = new Map(order.map((id, index) => [id, index]));
  const arrival = new Map<StepId, number>();
  for (const [id, step] of stepEntries(journey)) if (step.kind === 'entry') arrival.set(id, 0);
  let latest = 0;
  for (const id of order) {
    const step = stepOf(journey, id);
    const at = arrival.get(id);
    if (!step || at === undefined) continue;
    if (step.kind === 'message' || step.kind === 'escalate') latest = Math.max(latest, at);
    const leave = at + nominalMinutes(step);
    for (const next of successors.get(id) ?? []) {
      const forward = (rank.get(next) ?? 0) > (rank.get(id) ?? 0);
      if (forward) arrival.set(next, Math.max(arrival.get(next) ?? 0, leave));
    }
  }
  return latest;
}

/** Depth-first search has to start at the entry, or the back link of a loop would be taken for a way forward. */
function startingAtEntries(journey: Journey, successors: ReadonlyMap<StepId, readonly StepId[]>) {
  const isEntry = ([id]: readonly [StepId, unknown]) => stepOf(journey, id)?.kind === 'entry';
  const all = [...successors];
  return new Map([...all.filter(isEntry), ...all.filter((pair) => !isEntry(pair))]);
}

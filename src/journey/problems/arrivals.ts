import { finishOrder, stepEntries, stepOf, successorsOf } from '../graph.ts';
import type { ExitName, Journey, StepId } from '../journey.ts';
import { remembered } from '../remembered.ts';
import { NO_RESPONSE } from '../steps/check.ts';
import type { Step } from '../steps/index.ts';
import { nominalMinutes } from '../times.ts';
import { MINUTES_PER_DAY } from '../units.ts';

/** Minutes from the entry at which a contact comes to a step; steps that no way leads to are left out. */
export type Arrivals = ReadonlyMap<StepId, number>;

/** The longest nominal time to each step, each loop walked once. */
export const latestArrivals = remembered((journey): Arrivals => {
  const successors = successorsOf(journey);
  const order = finishOrder(startingAtEntries(journey, successors)).reverse();
  const rank = new Map(order.map((id, index) => [id, index]));
  const arrival = new Map<StepId, number>(entriesOf(journey).map((id) => [id, 0]));
  for (const id of order) {
    const step = stepOf(journey, id);
    const at = arrival.get(id);
    if (!step || at === undefined) continue;
    const leave = at + nominalMinutes(step);
    for (const next of successors.get(id) ?? []) {
      const forward = (rank.get(next) ?? 0) > (rank.get(id) ?? 0);
      if (forward) arrival.set(next, Math.max(arrival.get(next) ?? 0, leave));
    }
  }
  return arrival;
});

/** When the last step of the longest way is over. */
export function longestMinutes(journey: Journey, latest: Arrivals = latestArrivals(journey)): number {
  const ends = [...latest].map(([id, at]) => {
    const step = stepOf(journey, id);
    return step ? at + nominalMinutes(step) : at;
  });
  return Math.max(0, ...ends);
}

/** The shortest time to each step that is possible at all: nobody comes sooner after the entry. */
export const earliestArrivals = remembered((journey): Arrivals => {
  const arrival = new Map<StepId, number>(entriesOf(journey).map((id) => [id, 0]));
  const open = [...arrival.keys()];
  for (const id of open) {
    const step = stepOf(journey, id);
    const at = arrival.get(id);
    if (!step || at === undefined) continue;
    for (const [exit, next] of Object.entries(journey.links[id] ?? {})) {
      const then = at + leastMinutes(step, exit);
      if (then >= (arrival.get(next) ?? Infinity) || !stepOf(journey, next)) continue;
      arrival.set(next, then);
      open.push(next);
    }
  }
  return arrival;
});

/** How long a step holds everyone who leaves it by that exit; 0 when it may hold somebody for less. */
function leastMinutes(step: Step, exit: ExitName): number {
  if (step.disabled) return 0;
  if (step.kind === 'check')
    return step.windowFrom === 'arrival' && (step.ranked || exit === NO_RESPONSE) ? step.windowMinutes : 0;
  if (step.kind !== 'wait') return 0;
  const { until } = step;
  switch (until.type) {
    case 'duration':
      return until.minutes;
    case 'random':
      return until.from;
    case 'daysAt':
      return Math.max(0, until.days - 1) * MINUTES_PER_DAY;
    case 'timeOfDay':
    case 'weekday':
    case 'date':
      return 0;
  }
}

function entriesOf(journey: Journey): readonly StepId[] {
  return stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
}

/** Depth-first search has to start at the entry, or the back link of a loop would be taken for a way forward. */
function startingAtEntries(journey: Journey, successors: ReadonlyMap<StepId, readonly StepId[]>) {
  const isEntry = ([id]: readonly [StepId, unknown]) => stepOf(journey, id)?.kind === 'entry';
  const all = [...successors];
  return new Map([...all.filter(isEntry), ...all.filter((pair) => !isEntry(pair))]);
}

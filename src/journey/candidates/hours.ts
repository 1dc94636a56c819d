import type { Edit } from '../edits.ts';
import { linksInto, stepOf } from '../graph.ts';
import { freshStepId } from '../ids.ts';
import type { Journey, StepId } from '../journey.ts';
import { MAX_STEPS } from '../limits.ts';
import type { WaitStep, WaitUntil } from '../steps/wait.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import type { Candidate, CandidateScope } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** Morning, noon and evening of the contact. */
const HOURS = ['09:00', '12:00', '18:00'] as const;

/** When in the contact's day a message goes out: the hour of the wait before it, or a new wait for an hour. */
export function findHourCandidates({ journey }: CandidateScope): readonly Candidate[] {
  return [
    ...reachedEntries(journey, 'wait').flatMap(([id, step]) => otherHours(id, step)),
    ...(Object.keys(journey.steps).length < MAX_STEPS ? reachedEntries(journey, 'message') : [])
      .filter(([id]) => !waitsBefore(journey, id))
      .flatMap(([id]) => HOURS.map((at) => waitFor(journey, id, at))),
  ];
}

function otherHours(id: StepId, step: WaitStep): readonly Candidate[] {
  return HOURS.flatMap((at): readonly Candidate[] => {
    const until = untilAt(step, at);
    if (!until) return [];
    return [
      {
        code: 'hourOf',
        step: id,
        values: { at: { text: at } },
        change: { kind: 'edit', edit: { type: 'changeStep', id, step: { ...step, until } } },
      },
    ];
  });
}

/** The wait as one that ends at a clock time: a wait of whole days may, one of hours is meant as it is. */
function untilAt({ until }: WaitStep, at: string): WaitUntil | undefined {
  switch (until.type) {
    case 'timeOfDay':
    case 'daysAt':
    case 'weekday':
      return until.at === at ? undefined : { ...until, at };
    case 'duration':
      return until.minutes > 0 && until.minutes % MINUTES_PER_DAY === 0
        ? { type: 'daysAt', days: until.minutes / MINUTES_PER_DAY, at }
        : undefined;
    case 'date':
    case 'random':
      return undefined;
  }
}

function waitsBefore(journey: Journey, id: StepId): boolean {
  const into = linksInto(journey).get(id) ?? [];
  return into.some(({ from }) => stepOf(journey, from)?.kind === 'wait');
}

/** Room that a card and the link after it take. */
const COLUMN = 320;

/** A wait until that hour on every way to the message; what stands to the right makes room for it. */
function waitFor(journey: Journey, message: StepId, at: string): Candidate {
  const id = freshStepId(journey, 'wait');
  const into = linksInto(journey).get(message) ?? [];
  const place = journey.layout[message] ?? { x: 0, y: 0 };
  const step: WaitStep = { kind: 'wait', name: `Wait until ${at}`, until: { type: 'timeOfDay', at } };
  const edits: readonly Edit[] = [
    { type: 'moveSteps', to: movedRight(journey, place.x) },
    { type: 'addStep', id, step, at: place },
    ...into.map(({ from, exit }): Edit => ({ type: 'connect', from, exit, to: id })),
    { type: 'connect', from: id, exit: 'next', to: message },
  ];
  return {
    code: 'hourBefore',
    step: message,
    values: { at: { text: at } },
    change: { kind: 'edit', edit: { type: 'several', edits } },
  };
}

function movedRight(journey: Journey, from: number): Journey['layout'] {
  return Object.fromEntries(
    Object.entries(journey.layout)
      .filter(([id, { x }]) => x >= from && Object.hasOwn(journey.steps, id))
      .map(([id, { x, y }]) => [id, { x: x + COLUMN, y }]),
  );
}

import type { Playback } from '../playback.ts';
import type { StoryEvent } from './storyOf.ts';

/** One time that a contact comes to a step, with all that belongs to it. */
export interface Pass {
  /** Places in the playback. */
  readonly step: number;
  /** The exit taken, or one of `WAY`. */
  readonly exit: number;
  readonly arrive: number;
  readonly events: readonly StoryEvent[];
}

/**
 * A contact's way, pass by pass. What comes of a message belongs to the pass in which it went out, wherever she stands by then; her
 * entering to the step that she comes in by; what happens at no step to the pass before.
 */
export function passesOf(
  { visits }: Playback,
  place: number,
  events: readonly StoryEvent[],
): readonly Pass[] {
  const [from, to] = [visits.from[place]!, visits.from[place + 1]!];
  const passes = Array.from({ length: to - from }, (_, at) => ({
    step: visits.step[from + at]!,
    exit: visits.exit[from + at]!,
    arrive: visits.arrive[from + at]!,
    events: new Array<StoryEvent>(),
  }));
  let come = 0;
  let early: StoryEvent[] = [];
  for (const event of events) {
    if (event.kind === 'arrives') {
      passes[come++]?.events.push(...early, event);
      early = [];
      continue;
    }
    const so = passes.slice(0, come);
    const pass = so.findLast(({ step }) => step === event.step) ?? so.at(-1);
    if (event.kind === 'enters' || !pass) early.push(event);
    else pass.events.push(event);
  }
  passes.at(-1)?.events.push(...early);
  return passes;
}

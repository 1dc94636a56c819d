import type { StoryEvent } from './storyOf.ts';

/** Two stories of one contact: alike at first, then each its own. */
export interface Fork {
  readonly alike: readonly StoryEvent[];
  readonly before: readonly StoryEvent[];
  readonly after: readonly StoryEvent[];
}

export function forkOf(before: readonly StoryEvent[], after: readonly StoryEvent[]): Fork {
  const first = before.findIndex((event, at) => !isSame(event, after[at]));
  const at = first < 0 ? before.length : first;
  return { alike: before.slice(0, at), before: before.slice(at), after: after.slice(at) };
}

function isSame(a: StoryEvent, b: StoryEvent | undefined): boolean {
  return (
    b !== undefined &&
    a.kind === b.kind &&
    a.minute === b.minute &&
    a.step === b.step &&
    a.subject === b.subject &&
    a.value === b.value
  );
}

import type { Journey } from './journey.ts';

/** The same answer for the same document, worked out once: a journey is never changed in place. */
export function remembered<T>(answer: (journey: Journey) => T): (journey: Journey) => T {
  const known = new WeakMap<Journey, { readonly value: T }>();
  return (journey) => {
    const before = known.get(journey);
    if (before) return before.value;
    const value = answer(journey);
    known.set(journey, { value });
    return value;
  };
}

declare const id: unique symbol;
export type JourneyId = string & { readonly [id]: 'journey' };
export type StepId = string & { readonly [id]: 'step' };
/** A step's named outlet. Split branches and experiment arms are exits under their own ids. */
export type ExitName = string;

/** Ids are ASCII words so that they survive every export: a letter, then letters, digits, `-` or `_`. */
export const ID_PATTERN = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

/**
 * Ids are keys of plain objects. A key that every object inherits (`constructor`, `toString`) would be found where
 * nobody put it, so it is no id.
 */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

export function isId(text: string): boolean {
  return ID_PATTERN.test(text) && !INHERITED.has(text);
}

export function stepId(text: string): StepId {
  if (!isId(text)) throw new RangeError(`invalid step id: ${text}`);
  return text as StepId;
}

export function journeyId(text: string): JourneyId {
  if (!isId(text)) throw new RangeError(`invalid journey id: ${text}`);
  return text as JourneyId;
}

/** The keys of a record of steps, links or positions, in code-unit order: the same on every machine. */
export function sortedIds(record: Readonly<Record<StepId, unknown>>): StepId[] {
  return (Object.keys(record) as StepId[]).sort();
}

/** `prefix-1`, or the first number after it that is not taken. */
export function freshId(taken: Iterable<string>, prefix: string): string {
  const all = new Set(taken);
  let n = 1;
  while (all.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

/** An id for a new step of this kind. Counted, not drawn: equal edits of equal journeys give equal documents. */
export function freshStepId(
  journey: { readonly steps: Readonly<Record<StepId, unknown>> },
  kind: string,
): StepId {
  return stepId(freshId(Object.keys(journey.steps), kind));
}

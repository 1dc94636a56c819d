import type { Journey, StepId } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Formats } from '../../i18n/useFormat.ts';
import type { Translate } from '../../i18n/i18n.ts';

/** One of the two journeys that are compared, and where in it a field stands: what its words need to know. */
export interface Side {
  readonly t: Translate;
  readonly format: Formats;
  readonly journey: Journey;
  /** The step that the field is of; undefined for settings. */
  readonly step: Step | undefined;
  /** Of a field in a list (an arm, a goal): the item's id or position. */
  readonly item: string | number | undefined;
}

/** The words of a value. Undefined: this is no such value, and it is said plainly. */
export type Say = (value: unknown, side: Side) => string | undefined;

export function stepName(id: StepId, { journey }: Side): string | undefined {
  return Object.hasOwn(journey.steps, id) ? journey.steps[id]?.name : undefined;
}

/** The item that a path means: by its id, or by position where items have none. */
export function itemOf<T extends object>(
  list: readonly T[],
  key: string | number | undefined,
): T | undefined {
  if (typeof key === 'number') return list[key];
  return list.find((item) => 'id' in item && item.id === key);
}

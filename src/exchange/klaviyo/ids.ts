import { isId, stepId, type StepId } from '../../journey/ids.ts';

/**
 * What the temporary id of an action says. Klaviyo replaces these ids when it makes the flow, so they are free to carry what an action has
 * no place for: of which step it is a part, and which step it is a copy of. `reminder`, `ask.window.latest.ranked.arrival`,
 * `reminder-2.of.reminder`. Ids of ours have no dots.
 */
export interface ActionName {
  readonly own: StepId;
  /** The step that this is a copy of, made because several ways lead there. */
  readonly copyOf?: StepId;
  /** Which part of a step of several actions, and what it carries. */
  readonly part: readonly string[];
}

export function writeName({ own, copyOf, part }: ActionName): string {
  return [own, ...(copyOf === undefined ? [] : ['of', copyOf]), ...part].join('.');
}

/** Undefined: no id of ours. */
export function readName(id: string): ActionName | undefined {
  const [own = '', second, third = '', ...rest] = id.split('.');
  if (!isId(own)) return undefined;
  if (second === undefined) return { own: stepId(own), part: [] };
  if (second !== 'of') return { own: stepId(own), part: id.split('.').slice(1) };
  return isId(third) ? { own: stepId(own), copyOf: stepId(third), part: rest } : undefined;
}

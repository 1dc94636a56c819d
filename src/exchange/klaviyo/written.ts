import type { ExitName } from '../../journey/ids.ts';
import type { Json } from './types.ts';

/** Where a link of an action leads: by an exit of its step, to another action of the step, or out of the flow. */
export type Target = { readonly exit: ExitName } | { readonly part: string } | 'out';

/** An action before it is known where the exits of its step lead. */
export interface Part {
  /** Its id in the file. */
  readonly id: string;
  readonly type: string;
  readonly data?: unknown;
  /** By `next`, `next_if_true` and `next_if_false`; of a split of many branches by the ids of those. */
  readonly links: Readonly<Record<string, Target>>;
  /** As it stood in the file that the journey came from: written again, its links anew. */
  readonly raw?: Json;
}

/** What becomes of a step: actions, of which contacts come to the first; or contacts pass it; or they leave the flow there. */
export type Written = { readonly parts: readonly [Part, ...Part[]] } | { readonly pass: ExitName } | 'out';

/** An action with one way on. */
export function action(id: string, type: string, data: unknown, next: Target = { exit: 'next' }): Part {
  return { id, type, data, links: { next } };
}

import type { FactsSchema } from '../../../journey/facts.ts';
import { clip } from '../../../journey/schemaWords.ts';
import type { StepId } from '../../../journey/ids.ts';
import type { ExitName } from '../../../journey/journey.ts';
import type { Step } from '../../../journey/steps/index.ts';
import type { Doubt } from '../../doubt.ts';
import type { Edge, Outlet } from '../format.ts';
import type { Slip } from '../slip.ts';

/** What reading one action needs of the whole workflow. */
export interface ReadContext {
  readonly warn: (doubt: Doubt) => void;
  readonly schema?: FactsSchema | undefined;
  /** Whether the journey is known that the file was made from: what is supposed of it need not be guessed. */
  readonly hasBase: boolean;
  /** Default texts of the workflow’s variables. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether that way out ends the workflow, or leads nowhere. */
  readonly ends: (outlet: Outlet) => boolean;
  /** The message that an action becomes. */
  readonly messageOf: (action: string) => StepId | undefined;
}

/** An action as it stands in a file; what is not a text is none. */
export interface RawAction {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly note: string;
  readonly slip: Slip;
  readonly config: Readonly<Record<string, unknown>>;
  /** `actions.3`. */
  readonly path: string;
}

/** What an action is called in a sentence: its name, else its place in the file. */
export function called({ name, path }: Pick<RawAction, 'name' | 'path'>): string {
  return name === '' ? path : clip(name);
}

/** A way out of an action, and the exit that it is here. */
export interface Way extends Outlet {
  readonly exit: ExitName;
}

/** What one action, or several that belong together, are here. */
export interface Reading {
  readonly step: Step;
  readonly ways: readonly Way[];
  /** Between the actions that are one step. */
  readonly inner?: readonly Edge[];
}

export const ALONG: Pick<Way, 'type' | 'exit'> = { type: 'continue', exit: 'next' };

/** `note` goes where every step has a place for it. */
export function noted({ note }: RawAction): { readonly note?: string } {
  return note === '' ? {} : { note };
}

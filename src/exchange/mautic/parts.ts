import type { ExitName, StepId } from '../../journey/ids.ts';
import type { Minutes } from '../../journey/units.ts';
import type { Asked, Told } from '../portability.ts';
import type { Fitting } from '../../journey/portability.ts';
import type { Anchor, EventType, JsonObject } from './campaign.ts';

/** Where an event of a step leads: to another event of that step, by its number, or out of the step. */
export type Out = { readonly part: number } | { readonly exit: ExitName };

/** An event that a step is written as, before it has an id and a place. */
export interface Part {
  readonly type: string;
  readonly eventType: EventType;
  readonly properties: JsonObject;
  readonly out: Readonly<Partial<Record<Anchor, Out>>>;
  /** Contacts come to this part of a step so long after the one before it; absent: at once. */
  readonly after?: Minutes;
}

/** A step in events of Mautic; contacts come to the first. */
export interface StepParts {
  readonly parts: readonly [Part, ...Part[]];
  /** Contacts wait so long before they come to the first event: the window of a check that asks at its end. */
  readonly before?: Minutes;
  /** Contacts leave a decision by `no` after so long. */
  readonly window?: Minutes;
}

/** What making the events of a step needs to know, and whom it tells what becomes of it. The same step is the same events in both directions. */
export interface Surroundings {
  readonly id: StepId;
  /** Whether the only way to this check is an e-mail that it is about. */
  readonly afterEmail: boolean;
  /** Whether contacts may come to this ladder again. */
  readonly onLoop: boolean;
  /** All messages of the journey are as if marked transactional. */
  readonly transactional: boolean;
  /** An id of the account. */
  readonly blank: (asked: Omit<Asked, 'kept' | 'step'>) => unknown;
  /** What Mautic calls the channel of the messages that this check is about. */
  readonly channelOf: () => unknown;
  readonly nameOf: (id: StepId) => string;
  readonly say: (fit: Fitting, told: Told) => void;
}

/** An event that has one way on. */
export function action(type: string, properties: JsonObject, out: Out): Part {
  return { type, eventType: 'action', properties, out: { bottom: out } };
}

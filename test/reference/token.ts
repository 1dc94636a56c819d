/** Where a contact stands in a journey. */
export interface Token {
  readonly step: number;
  readonly arrived: number;
  /** Minute at which the step ends by itself, and the exit it then leaves by; never as long as it waits for something else. */
  leaves: number;
  exit: number;
  /** It has come here in this very minute and goes on in it. */
  isMoving: boolean;
  /** What the step does in the end. */
  onLeave?: () => void;
  /** Of a message, or of the rung that is tried. */
  due: Due;
  held?: Held;
}

/** A message that is due. */
export interface Due {
  readonly since: number;
  /** When quiet hours held it first. */
  quietSince?: number;
  /** The channel on which it has a place under the rate limits. */
  place?: number;
}

/** A message that is not sent yet. */
export interface Held {
  readonly send: number;
  readonly release: number;
}

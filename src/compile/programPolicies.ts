/** What applies to the messages of every journey of the run. */
export interface ProgramPolicies {
  readonly caps: readonly ProgramCap[];
  readonly quiet: ProgramQuiet | undefined;
  readonly budgets: readonly { readonly channel: number; readonly micros: number }[];
  /** Windows of `perMinutes` from minute 0. */
  readonly rateLimits: readonly {
    readonly channel: number;
    readonly max: number;
    readonly perMinutes: number;
  }[];
}

/** At most `max` sends per contact in a window. Which sends it counts and stops stands with the sends. */
export interface ProgramCap {
  readonly id: string;
  readonly max: number;
  readonly window:
    | { readonly kind: 'rolling'; readonly minutes: number }
    /** Of a zone's clock; −1: the contact's. */
    | { readonly kind: 'calendar'; readonly unit: 'day' | 'week' | 'month'; readonly zone: number };
  /** Monday 0 … Sunday 6. */
  readonly weekStart: number;
  readonly onCap: 'skip' | 'exit' | 'retry';
  readonly retryMinutes: number;
}

/** Clock minutes of the contact's zone, [from, until), over midnight when from > until, all day when they are equal. */
export interface ProgramQuiet {
  readonly from: number;
  readonly until: number;
  readonly onQuiet: 'hold' | 'skip' | 'exit';
  /** Releases are spread evenly over this long. */
  readonly spreadMinutes: number;
}

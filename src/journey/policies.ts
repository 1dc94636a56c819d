import type { Channel } from './channels.ts';
import type { Minutes, Money } from './units.ts';

/**
 * Workspace rules about messaging. The document of them is whole; the engine of this version applies consent, reachability
 * and suppression. `findProblems` warns of the rest, and the command line refuses a file that has any, so that nothing is
 * ignored in silence.
 */
export interface Policies {
  readonly caps: readonly FrequencyCap[];
  readonly quietHours?: QuietHours;
  readonly budgets: readonly Budget[];
  readonly rateLimits: readonly RateLimit[];
}

export interface FrequencyCap {
  readonly id: string;
  readonly max: number;
  readonly window:
    | { readonly kind: 'rolling'; readonly minutes: Minutes }
    | { readonly kind: 'calendar'; readonly unit: 'day' | 'week' | 'month' };
  readonly zone: 'contact' | 'workspace' | 'UTC';
  readonly scope: { readonly channels: readonly Channel[] } | 'all';
  readonly onCap:
    | { readonly kind: 'skip' }
    | { readonly kind: 'exit' }
    | { readonly kind: 'retry'; readonly minutes: Minutes };
}

/** `from` and `until` are `hh:mm` in the contact's zone; may run over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly onQuiet: 'hold' | 'skip' | 'exit';
}

export interface Budget {
  readonly channel: Channel;
  readonly amount: Money;
}

export interface RateLimit {
  readonly channel: Channel;
  readonly max: number;
  readonly perMinutes: Minutes;
}

export const NO_POLICIES: Policies = { caps: [], budgets: [], rateLimits: [] };

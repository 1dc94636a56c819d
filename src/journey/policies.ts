import type { Channel } from './channels.ts';
import type { Economics, WeekStart } from './economics.ts';
import { days, MINUTES_PER_DAY, MINUTES_PER_HOUR, type Minutes, type Money } from './units.ts';

/** Workspace rules about messaging and money, for every journey. Consent, reachability and suppression always hold and need no rule. */
export interface Policies {
  readonly caps: readonly FrequencyCap[];
  readonly quietHours?: QuietHours;
  readonly budgets: readonly Budget[];
  readonly rateLimits: readonly RateLimit[];
  /** Of calendar weeks; absent: Monday. */
  readonly weekStart?: WeekStart;
  readonly economics?: Economics;
}

/** At most `max` messages to one contact in a window. Several caps all hold. */
export interface FrequencyCap {
  readonly id: string;
  readonly max: number;
  readonly window:
    | { readonly kind: 'rolling'; readonly minutes: Minutes }
    | { readonly kind: 'calendar'; readonly unit: 'day' | 'week' | 'month' };
  /** Whose clock a calendar window goes by: the contact's, the first journey's, or UTC. */
  readonly zone: 'contact' | 'workspace' | 'UTC';
  /** Which messages it counts and stops: all, those on some channels, or those with one of some tags. */
  readonly scope: 'all' | { readonly channels: readonly Channel[] } | { readonly tags: readonly string[] };
  readonly onCap:
    | { readonly kind: 'skip' }
    | { readonly kind: 'exit' }
    /** Tries again at the first minute that every cap allows, for at most so long. */
    | { readonly kind: 'retry'; readonly minutes: Minutes };
}

/** `from` and `until` are `hh:mm` in the contact's zone; may run over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly onQuiet: 'hold' | 'skip' | 'exit';
  /** Absent: on all channels. */
  readonly channels?: readonly Channel[];
  /** Spreads what was held evenly over so long from the end of the quiet hours. */
  readonly releaseOverMinutes?: Minutes;
}

/** Nothing more is sent on a channel when its money is spent, over all journeys of a run. */
export interface Budget {
  readonly channel: Channel;
  readonly amount: Money;
}

/** At most `max` messages on a channel in each window of `perMinutes` from the start of the run; others wait their turn. */
export interface RateLimit {
  readonly channel: Channel;
  readonly max: number;
  readonly perMinutes: Minutes;
}

export const NO_POLICIES: Policies = { caps: [], budgets: [], rateLimits: [] };

/** Whether a cap counts and stops what is sent on this channel under these tags. */
export function covers(
  scope: FrequencyCap['scope'],
  channel: Channel,
  tags: readonly string[] = [],
): boolean {
  if (scope === 'all') return true;
  return 'channels' in scope
    ? scope.channels.includes(channel)
    : scope.tags.some((tag) => tags.includes(tag));
}

const DAYS_OF_UNIT = { day: 1, week: 7, month: 31 } as const;

/** The longest that such a window lasts, but for changes of the clocks. */
export function windowMinutes(window: FrequencyCap['window']): Minutes {
  return window.kind === 'rolling' ? window.minutes : days(DAYS_OF_UNIT[window.unit]);
}

/** How long of a day is not quiet. */
export function openMinutes({ from, until }: QuietHours): number {
  const [start = 0, end = 0] = [from, until].map((clock) => {
    const [hour, minute] = clock.split(':');
    return Number(hour) * MINUTES_PER_HOUR + Number(minute);
  });
  return (start - end + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** One English sentence per policy, in the order of the file. */
export function describePolicies(policies: Policies, currency: string): readonly string[] {
  const { caps, quietHours, budgets, rateLimits } = policies;
  return [
    ...caps.map(describeCap),
    ...(quietHours ? [describeQuietHours(quietHours)] : []),
    ...budgets.map(
      ({ channel, amount }) =>
        `At most ${amount.toLocaleString('en')} ${currency} is spent on ${channel}; then nothing more that costs money is sent there.`,
    ),
    ...rateLimits.map(
      ({ channel, max, perMinutes }) =>
        `At most ${count(max, 'message')} on ${channel} ${each(perMinutes)} to all contacts together; more wait their turn.`,
    ),
  ];
}

function describeCap({ max, window, zone, scope, onCap }: FrequencyCap): string {
  const clock =
    zone === 'contact' ? 'contact’s clock' : zone === 'workspace' ? 'first journey’s clock' : 'UTC';
  const calendar = window.kind === 'calendar' ? ` (calendar ${window.unit}, ${clock})` : '';
  return `At most ${count(max, 'message')}${scopeWords(scope)} ${oftenWords(window)} per contact${calendar}; ${onCapWords(onCap)}.`;
}

/** `a week`, `in any 7 days`. */
export function oftenWords(window: FrequencyCap['window']): string {
  return window.kind === 'rolling' ? `in any ${withoutOne(window.minutes)}` : `a ${window.unit}`;
}

function scopeWords(scope: FrequencyCap['scope']): string {
  if (scope === 'all') return '';
  return 'channels' in scope ? ` on ${either(scope.channels)}` : ` tagged ${either(scope.tags)}`;
}

function onCapWords(onCap: FrequencyCap['onCap']): string {
  switch (onCap.kind) {
    case 'skip':
      return 'more are skipped';
    case 'exit':
      return 'whoever would get more leaves the journey';
    case 'retry':
      return `more wait for room, at most ${durationWords(onCap.minutes)}`;
  }
}

function describeQuietHours({ from, until, onQuiet, channels, releaseOverMinutes }: QuietHours): string {
  const when = from === until ? 'at any time' : `from ${from} until ${until}`;
  const where = channels ? ` on ${either(channels)}` : '';
  // There is no end to wait for.
  if (from === until && onQuiet === 'hold') return `Nothing is sent${where} ${when} (contact’s clock).`;
  return `Nothing is sent${where} ${when} (contact’s clock); ${quietWords(onQuiet, releaseOverMinutes)}.`;
}

function quietWords(onQuiet: QuietHours['onQuiet'], releaseOverMinutes = 0): string {
  switch (onQuiet) {
    case 'hold':
      return releaseOverMinutes > 0
        ? `messages are held and go out over ${durationWords(releaseOverMinutes)} from the end`
        : 'messages are held until the end';
    case 'skip':
      return 'messages are skipped';
    case 'exit':
      return 'whoever would get a message leaves the journey';
  }
}

/** In the largest unit that it is a whole number of: `36 hours`, `90 minutes`. */
export function durationWords(minutes: number): string {
  if (minutes > 0 && minutes % MINUTES_PER_DAY === 0) return count(minutes / MINUTES_PER_DAY, 'day');
  if (minutes > 0 && minutes % MINUTES_PER_HOUR === 0) return count(minutes / MINUTES_PER_HOUR, 'hour');
  return count(minutes, 'minute');
}

/** `each hour`, `every 15 minutes`. */
function each(minutes: number): string {
  const words = withoutOne(minutes);
  return words === durationWords(minutes) ? `every ${words}` : `each ${words}`;
}

/** `7 days`, `day`. */
function withoutOne(minutes: number): string {
  return durationWords(minutes).replace(/^1 /, '');
}

function count(n: number, one: string): string {
  return `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
}

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

import {
  openMinutes,
  type FrequencyCap,
  type Policies,
  type QuietHours,
  type RateLimit,
  windowMinutes,
} from '../../../journey/policies.ts';
import { MINUTES_PER_HOUR } from '../../../journey/units.ts';
import { keyOf } from '../../../journey/policyParts.ts';

/** What contradicts itself or another policy, whatever the journey. */
export type PolicyDoubt =
  | { readonly kind: 'idleCap'; readonly other: string }
  | { readonly kind: 'idleLimit'; readonly other: number }
  | { readonly kind: 'quietAllDay'; readonly onQuiet: QuietHours['onQuiet'] }
  | { readonly kind: 'longRelease'; readonly open: number }
  | { readonly kind: 'emptyBudget' };

/** By the keys of policyParts.ts, at most one each. */
export function findPolicyDoubts(policies: Policies): ReadonlyMap<string, PolicyDoubt> {
  const { caps, quietHours, budgets, rateLimits } = policies;
  const doubts = new Map<string, PolicyDoubt>();
  for (const [at, cap] of caps.entries()) {
    const other = caps.find((one, place) => makesIdle(one, cap, { isBefore: place < at }));
    if (other) doubts.set(keyOf.cap(cap.id), { kind: 'idleCap', other: other.id });
  }
  const quiet = quietHours && quietDoubt(quietHours);
  if (quiet) doubts.set(keyOf.quietHours, quiet);
  for (const { channel, amount } of budgets) {
    if (amount === 0) doubts.set(keyOf.budget(channel), { kind: 'emptyBudget' });
  }
  for (const [at, limit] of rateLimits.entries()) {
    const other = rateLimits.findIndex(
      (one, place) => one !== limit && isStricter(one, limit) && (place < at || !isStricter(limit, one)),
    );
    if (other >= 0) doubts.set(keyOf.rateLimit(at), { kind: 'idleLimit', other });
  }
  return doubts;
}

function quietDoubt(quiet: QuietHours): PolicyDoubt | undefined {
  const open = openMinutes(quiet);
  if (open === 0) return { kind: 'quietAllDay', onQuiet: quiet.onQuiet };
  const isLong = quiet.onQuiet === 'hold' && (quiet.releaseOverMinutes ?? 0) > open;
  return isLong ? { kind: 'longRelease', open } : undefined;
}

/**
 * Whether `cap` never stops a message that `other` would not stop: when `cap` is full, so is `other`, for it counts the same messages and
 * more, over as long and longer, and allows no more. The first full cap decides what is done, so one that stands before the other and does
 * something else does make a difference.
 */
function makesIdle(
  other: FrequencyCap,
  cap: FrequencyCap,
  { isBefore }: { readonly isBefore: boolean },
): boolean {
  if (other === cap || other.max > cap.max || !isWithin(cap.scope, other.scope) || !lasts(other, cap))
    return false;
  if (isBefore) return true;
  const actsAlike = JSON.stringify(other.onCap) === JSON.stringify(cap.onCap);
  const isTwin = cap.max <= other.max && isWithin(other.scope, cap.scope) && lasts(cap, other);
  return actsAlike && !isTwin;
}

/** Whether each message that the inner scope is about, the outer is about, too. */
function isWithin(inner: FrequencyCap['scope'], outer: FrequencyCap['scope']): boolean {
  if (outer === 'all') return true;
  if (inner === 'all') return false;
  if ('channels' in inner)
    return 'channels' in outer && inner.channels.every((one) => outer.channels.includes(one));
  return 'tags' in outer && inner.tags.every((one) => outer.tags.includes(one));
}

/** A day is an hour longer when the clocks go back. */
const CLOCK_CHANGE = MINUTES_PER_HOUR;

/** Whether at every moment the outer window reaches back at least as far as the inner. */
function lasts(
  { window: outer, zone: outerZone }: FrequencyCap,
  { window: inner, zone }: FrequencyCap,
): boolean {
  if (outer.kind === 'rolling') {
    const longest = windowMinutes(inner) + (inner.kind === 'rolling' ? 0 : CLOCK_CHANGE);
    return outer.minutes >= longest;
  }
  if (inner.kind === 'rolling' || outerZone !== zone) return false;
  // A day lies in one week and in one month; a week may begin in another month.
  return outer.unit === inner.unit || inner.unit === 'day';
}

/** Whether what the one lets out in any stretch of the other is never more than the other allows. Both count from the start of the run. */
function isStricter(one: RateLimit, other: RateLimit): boolean {
  if (one.channel !== other.channel) return false;
  if (one.perMinutes % other.perMinutes === 0) return one.max <= other.max;
  const times = other.perMinutes / one.perMinutes;
  return Number.isInteger(times) && one.max * times <= other.max;
}

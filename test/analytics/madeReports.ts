import type { Pair } from '../../src/analytics/rankCandidatesPooled.ts';
import type { Report } from '../../src/analytics/report.ts';
import type { Luck } from './luck.ts';

const GROUPS = 128;
const PER_GROUP = 100;

/** A report of 12 800 contacts whose groups have so many conversions each. */
export function reportOf(
  seed: number,
  conversions: (group: number) => number,
  { unsubscribed = 0, sent = 0 }: { readonly unsubscribed?: number; readonly sent?: number } = {},
): Report {
  const by = (of: (group: number) => number) => Array.from({ length: GROUPS }, (_, group) => of(group));
  const none = by(() => 0);
  const converted = by(conversions);
  const exactly = (value: number) => ({ value, low: value, high: value });
  const total = exactly(converted.reduce((sum, each) => sum + each, 0));
  return {
    journey: 'Made',
    journeyId: 'made',
    seed,
    contacts: GROUPS * PER_GROUP,
    seconds: 0,
    stepsPerSecond: 0,
    stepsExecuted: 0,
    steps: [],
    messages: [
      {
        step: 'message-1',
        channel: 'email',
        sent,
        delivered: sent,
        opened: 0,
        openedTrue: 0,
        clicked: 0,
        converted: 0,
        unsubscribed: 0,
        cost: 0,
        unsent: {},
      },
    ],
    totals: {
      conversions: total,
      conversionsAudience: total,
      revenue: exactly(0),
      cost: exactly(0),
      profit: exactly(0),
      unsubscribed: exactly(unsubscribed * GROUPS),
    },
    funnel: [],
    entries: { dropped: 0, notEligible: 0, overCap: 0 },
    groups: {
      contacts: by(() => PER_GROUP),
      sent: by(() => sent / GROUPS),
      conversions: converted,
      revenue: none,
      cost: none,
      profit: none,
      unsubscribed: by(() => unsubscribed),
      conversionsAudience: converted,
      revenueAudience: none,
      profitAudience: none,
    },
  };
}

/** Pairs whose groups differ by `effect` and noise; conversions are not whole here, which no statistic minds. */
export function makePairs(
  luck: Luck,
  { seeds, effect }: { readonly seeds: number; readonly effect: number },
): readonly Pair[] {
  return Array.from({ length: seeds }, (_, at): Pair => {
    const before = reportOf(at + 1, () => 20);
    return { before, after: reportOf(at + 1, () => 20 + effect + 3 * luck.normal()) };
  });
}

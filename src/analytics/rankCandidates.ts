import type { Estimate } from './intervals.ts';
import { pooledDifference, type Pair, type PooledDifference } from './rankCandidatesPooled.ts';
import type { PairedMetric } from './report.ts';

/** As many as are tried again with other luck. */
const MOST_PROMISING = 8;
/** Less than this part of what the journey brings is hardly worth a change. */
const USEFUL_SHARE = 0.01;

/** What a first look at all candidates says, by their places. */
export interface Screened {
  /** The best ones first, to be tried again. */
  readonly promising: readonly number[];
  /** They lower the metric, and not by luck. */
  readonly worse: readonly number[];
  /** Whatever they do, it is inside the noise. */
  readonly luck: readonly number[];
  /** They look better, but so many look better still that nobody tries them again. */
  readonly passedOver: readonly number[];
}

/**
 * Which of many candidates are worth a second look: those that are higher by more than their standard error, the ones with the most to
 * gain first. Whoever is picked as the best of many has had luck too, so nothing of this is to be shown as what a change brings.
 */
export function screenCandidates(metric: PairedMetric, pairs: readonly Pair[]): Screened {
  const told = pairs.map((pair, place) => ({ place, ...pooledDifference(metric, [pair], pairs.length) }));
  const likely = told
    .filter(({ by, standardError }) => by.value > standardError)
    .toSorted((a, b) => leastOf(b) - leastOf(a))
    .map(({ place }) => place);
  const worse = told.filter(({ by }) => by.high < 0).map(({ place }) => place);
  const known = new Set([...likely, ...worse]);
  return {
    promising: likely.slice(0, MOST_PROMISING),
    passedOver: likely.slice(MOST_PROMISING),
    worse,
    luck: told.filter(({ place }) => !known.has(place)).map(({ place }) => place),
  };
}

function leastOf({ by, standardError }: PooledDifference): number {
  return by.value - standardError;
}

export interface RankedCandidate {
  readonly place: number;
  readonly difference: PooledDifference;
  /** Told from luck, and less than a useful amount. */
  readonly small: boolean;
  /** Whether it cannot be told from the best one, which is then no better than this. */
  readonly tied: boolean;
  readonly sideEffects: readonly SideEffect[];
}

/** What else certainly changes, by so much. */
export interface SideEffect {
  readonly of: 'conversions' | 'profit' | 'unsubscribed' | 'cost' | 'messages';
  readonly by: number;
}

export interface Ranking {
  /** Better than the journey as it is, and not by luck; best first. */
  readonly better: readonly RankedCandidate[];
  readonly worse: readonly number[];
  readonly luck: readonly number[];
}

/** A candidate that was tried again: one pair for each fresh seed. */
export interface Retried {
  readonly place: number;
  readonly pairs: readonly Pair[];
}

/**
 * What is left of the promising ones under luck that had no part in picking them. Only as many differences were looked at here as were
 * tried again, so the bound is corrected for these.
 */
export function rankCandidates(metric: PairedMetric, retried: readonly Retried[]): Ranking {
  const looked = retried.length;
  const told = retried
    .map(({ place, pairs }) => ({ place, pairs, difference: pooledDifference(metric, pairs, looked) }))
    .toSorted((a, b) => b.difference.by.value - a.difference.by.value);
  const better = told.filter(({ difference }) => difference.by.low > 0);
  const worse = told.filter(({ difference }) => difference.by.high < 0);
  const luck = told.filter((one) => !better.includes(one) && !worse.includes(one));
  const placeOf = ({ place }: { readonly place: number }) => place;
  return {
    better: better.map(({ place, pairs, difference }, at) => ({
      place,
      difference,
      small: difference.by.value < usefulAmount(metric, pairs),
      tied: at > 0 && isTied(metric, { best: better[0]?.pairs ?? [], pairs, looked }),
      sideEffects: sideEffectsOf(metric, pairs, looked),
    })),
    worse: worse.map(placeOf),
    luck: luck.map(placeOf),
  };
}

/** Profit may be near zero, and a part of it then says nothing: it is measured by the revenue that it comes from. */
function usefulAmount(metric: PairedMetric, pairs: readonly Pair[]): number {
  const measure = metric === 'profit' ? 'revenue' : metric;
  return USEFUL_SHARE * mean(pairs.map(({ before }) => before.totals[measure].value));
}

function isTied(
  metric: PairedMetric,
  tie: { readonly best: readonly Pair[]; readonly pairs: readonly Pair[]; readonly looked: number },
): boolean {
  const between = tie.pairs.flatMap(({ after }, seed): readonly Pair[] => {
    const best = tie.best[seed]?.after;
    return best ? [{ before: after, after: best }] : [];
  });
  return pooledDifference(metric, between, tie.looked).by.low <= 0;
}

/** Everything but the metric itself that differs beyond luck, and by enough to be told. */
function sideEffectsOf(metric: PairedMetric, pairs: readonly Pair[], looked: number): readonly SideEffect[] {
  const others = (['conversions', 'profit', 'cost', 'unsubscribed'] as const).filter((of) => of !== metric);
  const among = looked * (others.length + 1);
  const effectOf = (of: SideEffect['of'], by: Estimate, least: number): readonly SideEffect[] => {
    const certain = by.low > 0 || by.high < 0;
    return certain && Math.abs(by.value) >= least ? [{ of, by: by.value }] : [];
  };
  return [
    ...others.flatMap((of) => effectOf(of, pooledDifference(of, pairs, among).by, usefulAmount(of, pairs))),
    ...effectOf(
      'messages',
      pooledDifference('sent', pairs, among).by,
      USEFUL_SHARE * mean(pairs.map(sentBefore)),
    ),
  ];
}

function sentBefore({ before }: Pair): number {
  return before.messages.reduce((sum, message) => sum + message.sent, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

import { FATES, GROUPS, type Fate } from '../../engine/results.ts';
import { TOUCH } from '../touchPaths.ts';
import type { RunDetail } from '../detail.ts';
import {
  jackknife,
  positiveInterval,
  ofFewEvents,
  quotientOf,
  scale,
  wilson,
  type Estimate,
} from '../intervals.ts';
import { medianInterval, ofOne } from '../medianInterval.ts';
import { MINUTES_PER_DAY } from '../units.ts';
import { sumEstimate } from './sums.ts';

/** What became of opportunities: contacts that were handed to people. As shown; waits and cycles in minutes, value in currency units. */
export interface Pipeline {
  readonly handed: number;
  readonly accepted: Estimate;
  readonly missed: Estimate;
  readonly won: Estimate;
  /** Accepted, and will be won after the run's end. */
  readonly open: Estimate;
  readonly rates: {
    /** Of those handed off. */
    readonly accepted: Estimate;
    /** Of those accepted. */
    readonly won: Estimate;
  };
  readonly value: Estimate;
  /** Of those open, when they are won. */
  readonly openValue: Estimate;
  /** From the hand-off until somebody takes it; undefined: nobody was accepted. */
  readonly speedToLead: Spread | undefined;
  /** From acceptance to the win; undefined: nobody was won. */
  readonly cycle: Spread | undefined;
  /** Value won for each day that winning takes: opportunities × win rate × value ÷ cycle. */
  readonly velocity: Estimate | undefined;
}

export interface Spread {
  readonly mean: Estimate;
  /** Half take no longer. Said first where rare long ones make up the mean. */
  readonly median: Estimate;
  /** Nine of ten take no longer. */
  readonly most: number;
}

const FATE = Object.fromEntries(FATES.map((name, at) => [name, at])) as Readonly<Record<Fate, number>>;

/** `rows`: places among the run's hand-offs; all of them when left out. */
export function pipelineOf(detail: RunDetail, rows: readonly number[] = allHandoffs(detail)): Pipeline {
  const { handoffs } = detail;
  const are = (...fates: readonly Fate[]) =>
    rows.filter((at) => fates.some((fate) => FATE[fate] === handoffs.fate[at]));
  const [taken, won, open] = [are('lost', 'open', 'won'), are('won'), are('open')];
  const count = (places: readonly number[]) =>
    sumEstimate(
      detail,
      byGroup(detail, places, () => 1),
    );
  const value = (places: readonly number[]) =>
    sumEstimate(
      detail,
      byGroup(detail, places, (at) => handoffs.valueMinor[at]!),
      'minor',
      {
        events: byGroup(detail, places, () => 1),
        worth: detail.dealMinor,
      },
    );
  const cycle = spreadOf(detail, won, (at) => handoffs.won[at]! - handoffs.left[at]!);
  const worth = value(won);
  return {
    handed: rows.length * detail.factor,
    accepted: count(taken),
    missed: count(are('missed')),
    won: count(won),
    open: count(open),
    rates: { accepted: wilson(taken.length, rows.length), won: wilson(won.length, taken.length) },
    value: worth,
    openValue: value(open),
    speedToLead: spreadOf(detail, taken, (at) => handoffs.left[at]! - handoffs.arrived[at]!),
    cycle,
    velocity:
      cycle && cycle.mean.value > 0 ? scale(quotientOf(worth, cycle.mean), MINUTES_PER_DAY) : undefined,
  };
}

export function allHandoffs({ handoffs }: Pick<RunDetail, 'handoffs'>): readonly number[] {
  return Array.from(handoffs.contact.keys());
}

/** Places by the channel of the last touch before; under `undefined` those that no message had reached. */
export function bySource({ handoffs, sends }: RunDetail): ReadonlyMap<string | undefined, readonly number[]> {
  const sources = new Map<string | undefined, number[]>();
  for (const at of handoffs.contact.keys()) {
    const source = sends[handoffs.source[at]!]?.channel;
    const known = sources.get(source);
    if (known) known.push(at);
    else sources.set(source, [at]);
  }
  return sources;
}

export function byStep({ handoffs, steps }: RunDetail): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const at of handoffs.contact.keys()) {
    const step = steps[handoffs.step[at]!]!;
    const known = found.get(step);
    if (known) known.push(at);
    else found.set(step, [at]);
  }
  return found;
}

/** Of the value won, the part whose contact had seen or clicked a message before: marketing-influenced. Undefined: nothing was won. */
export function influencedShare(detail: RunDetail): Estimate | undefined {
  const { handoffs } = detail;
  const won = allHandoffs(detail).filter((at) => handoffs.fate[at] === FATE.won);
  if (won.length === 0) return undefined;
  const worth = (at: number) => handoffs.valueMinor[at]!;
  const touched = won.filter((at) => isInfluenced(detail, at));
  const ratio = jackknife(byGroup(detail, touched, worth), byGroup(detail, won, worth));
  const { value, low, high } = positiveInterval(ofFewEvents(ratio, Math.max(1, touched.length)));
  return { value, low, high: Math.min(1, touched.length === 0 ? 3 / won.length : high) };
}

/** The same by deals instead of by their value: how many were won, and of how many contacts a message had been seen or clicked. */
export function influencedDeals(detail: RunDetail): { readonly won: number; readonly influenced: number } {
  const { handoffs, factor } = detail;
  const won = allHandoffs(detail).filter((at) => handoffs.fate[at] === FATE.won);
  const influenced = won.filter((at) => isInfluenced(detail, at));
  return { won: won.length * factor, influenced: influenced.length * factor };
}

function isInfluenced({ handoffs }: RunDetail, at: number): boolean {
  return handoffs.source[at]! >= 0 && handoffs.sourceKind[at] !== TOUCH.delivered;
}

/** How fast somebody is taken, and how many of those are won. Bounds in minutes. */
const SPEEDS = [0, 5, 60, 240, 1440, Infinity] as const;

export interface SpeedBand {
  readonly from: number;
  /** Not in it. */
  readonly below: number;
  readonly accepted: number;
  readonly won: Estimate;
}

/** Win rate by speed to lead; bands without anybody are left out. */
export function winsBySpeed(detail: RunDetail): readonly SpeedBand[] {
  const { handoffs, factor } = detail;
  return SPEEDS.slice(0, -1).flatMap((from, place) => {
    const below = SPEEDS[place + 1]!;
    const taken = allHandoffs(detail).filter((at) => {
      const wait = handoffs.left[at]! - handoffs.arrived[at]!;
      return handoffs.fate[at] !== FATE.missed && wait >= from && wait < below;
    });
    const won = taken.filter((at) => handoffs.fate[at] === FATE.won || handoffs.fate[at] === FATE.open);
    return taken.length === 0
      ? []
      : [{ from, below, accepted: taken.length * factor, won: wilson(won.length, taken.length) }];
  });
}

function byGroup(
  { handoffs }: RunDetail,
  places: readonly number[],
  of: (at: number) => number,
): Float64Array {
  const sums = new Float64Array(GROUPS);
  for (const at of places) sums[handoffs.group[at]!]! += of(at);
  return sums;
}

function spreadOf(
  detail: RunDetail,
  places: readonly number[],
  of: (at: number) => number,
): Spread | undefined {
  if (places.length === 0) return undefined;
  const sorted = Float64Array.from(places, of).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  const mean = jackknife(
    byGroup(detail, places, of),
    byGroup(detail, places, () => 1),
  );
  return {
    mean: sorted.length === 1 ? ofOne(sorted[0]!) : positiveInterval(ofFewEvents(mean, places.length)),
    median: medianInterval(sorted),
    most: at(0.9),
  };
}

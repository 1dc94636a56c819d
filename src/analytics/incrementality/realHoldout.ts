import { squareOfOne } from '../finance/groupRatio.ts';
import type { Ledger } from '../finance/ledger.ts';
import { jackknife, scale, type Estimate } from '../intervals.ts';
import { sum } from '../view.ts';
import type { BothWorlds } from './lift.ts';
import { ratioOfArms } from './means.ts';
import { contactsFor, leastEffect, powerOf } from './power.ts';
import { katz, newcombe, type ArmShare } from './proportions.ts';
import { revenueDifference, type ArmRevenue } from './revenueDifference.ts';

/** How a launch would be split. */
export interface HoldoutPlan {
  /** Contacts of both parts together. */
  readonly contacts: number;
  /** Part of one that is held out. */
  readonly share: number;
}

/**
 * What a real holdout would see: two groups of different people, each with its own luck, so its intervals are wider than those of the same
 * people simulated twice. Told at the figures expected; extra conversions and money are for all contacts of the plan.
 */
export interface HoldoutView {
  readonly treated: number;
  readonly held: number;
  readonly conversions: Estimate;
  /** Conversions per contact over those of the holdout; undefined without any in one of them. */
  readonly ratio: Estimate | undefined;
  readonly revenue: Estimate;
  readonly revenueRatio: Estimate | undefined;
  readonly profit: Estimate;
  /** Chance that its interval of conversions leaves out zero, if the assumptions hold. */
  readonly power: number | undefined;
  /** Conversions per contact of the plan without the journey. */
  readonly rate: number;
  /** The smallest rise of that rate which it shows with the usual power. */
  readonly least: number | undefined;
  /** Contacts, in the same shares, that show the simulated lift with the usual power; undefined: not all there are would. */
  readonly needed: number | undefined;
}

/** Part of the simulated contacts among whom the test is made, in each world: everything that the worlds count is theirs. */
export interface Entering {
  readonly withIt: number;
  readonly without: number;
}

const EVERY_CONTACT: Entering = { withIt: 1, without: 1 };

/** Undefined where one of the parts would have fewer than two contacts, or nobody is there to be tested. */
export function realHoldout(
  worlds: BothWorlds,
  plan: HoldoutPlan,
  among = EVERY_CONTACT,
): HoldoutView | undefined {
  if (!(among.withIt > 0 && among.without > 0)) return undefined;
  const held = Math.round(plan.contacts * plan.share);
  const treated = plan.contacts - held;
  // What one order comes to is told where most orders are: the holdout may have none.
  const square = Math.max(...[worlds.withIt, worlds.without].map(squareOf));
  const arms = [
    armOf(worlds.withIt, treated, square, among.withIt),
    armOf(worlds.without, held, square, among.without),
  ] as const;
  const revenue = revenueDifference(arms[0].revenue, arms[1].revenue);
  if (revenue === undefined) return undefined;
  const shares = [arms[0].share, arms[1].share] as const;
  const rates = [rateOf(shares[0]), rateOf(shares[1])] as const;
  const clustering = Math.max(arms[0].clustering, arms[1].clustering);
  const test = { rate: rates[1], share: plan.share };
  const effect = rates[0] - rates[1];
  const needed = (contactsFor(test, effect) ?? Infinity) * clustering;
  const all = (perContact: Estimate) => scale(perContact, plan.contacts);
  return {
    treated,
    held,
    conversions: all(newcombe(...shares)),
    ratio: katz(...shares),
    revenue: all(revenue),
    revenueRatio: ratioOfArms(arms[0].revenue, arms[1].revenue),
    profit: all(profitOf(revenue, worlds, among)),
    power: powerOf(test, effect, plan.contacts / clustering),
    rate: rates[1],
    least: leastEffect(test, plan.contacts / clustering),
    needed: needed > EVERYBODY ? undefined : Math.ceil(needed),
  };
}

/** More contacts than people there are. What differs by rounding alone would take more still. */
const EVERYBODY = 1e10;

interface ExpectedArm {
  readonly share: ArmShare;
  readonly revenue: ArmRevenue;
  /** Variance between contacts over that of a yes or a no of the same share. */
  readonly clustering: number;
}

/**
 * What so many contacts are expected to come to, with the spread between contacts that the groups of simulated ones show. `part`: of the
 * simulated contacts, those who can come to anything; their spread is that of all less what comes of being among them or not (law of total
 * variance).
 */
export function armOf({ groups }: Ledger, contacts: number, square: number, part = 1): ExpectedArm {
  const people = sum(groups.contacts);
  const each = (values: Float64Array) => {
    const { ratio, standardError } = jackknife(values, groups.contacts);
    const mean = ratio / part;
    const variance = (standardError ** 2 * people) / part - mean * mean * (1 - part);
    return { mean, variance: Math.max(0, variance) };
  };
  const [conversions, revenue] = [each(groups.conversions), each(groups.revenue)];
  const rate = Math.min(1, conversions.mean);
  const clustering = clusteringOf(rate, conversions.variance);
  return {
    // Who orders twice, or not at all, is worth less than two people: the arm counts as the smaller for it (Kish's design effect).
    share: { conversions: (rate * contacts) / clustering, contacts: contacts / clustering },
    revenue: {
      mean: revenue.mean,
      deviation: Math.sqrt(revenue.variance),
      contacts,
      orders: conversions.mean * contacts,
      squareOfOne: square,
    },
    clustering,
  };
}

export function squareOf({ groups }: Ledger): number {
  return squareOfOne(groups.revenue, groups.conversions);
}

function clusteringOf(rate: number, variance: number): number {
  const ofYesOrNo = rate * (1 - rate);
  return ofYesOrNo > 0 ? Math.max(1, variance / ofYesOrNo) : 1;
}

function rateOf({ conversions, contacts }: ArmShare): number {
  return contacts > 0 ? conversions / contacts : 0;
}

/** Revenue is the uncertain part of it; what the journey costs per contact hardly varies. */
function profitOf(revenue: Estimate, { withIt, without }: BothWorlds, among: Entering): Estimate {
  const { margin, factor, fixedCost } = withIt;
  const people = sum(withIt.groups.contacts);
  const costOf = (world: Ledger, part: number) =>
    people === 0 ? 0 : sum(world.groups.cost) / (people * part);
  const fixed = people === 0 ? 0 : fixedCost / factor / (people * among.withIt);
  const each = costOf(withIt, among.withIt) - costOf(without, among.without) + fixed;
  const of = (value: number) => value * margin - each;
  return { value: of(revenue.value), low: of(revenue.low), high: of(revenue.high) };
}

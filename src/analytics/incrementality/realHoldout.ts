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
  /** Conversions per contact without the journey. */
  readonly rate: number;
  /** The smallest rise of that rate which it shows with the usual power. */
  readonly least: number | undefined;
  /** Contacts, in the same shares, that show the simulated lift with the usual power; undefined: not all there are would. */
  readonly needed: number | undefined;
}

/** Undefined where one of the parts would have fewer than two contacts. */
export function realHoldout(worlds: BothWorlds, plan: HoldoutPlan): HoldoutView | undefined {
  const held = Math.round(plan.contacts * plan.share);
  const treated = plan.contacts - held;
  // What one order comes to is told where most orders are: the holdout may have none.
  const square = Math.max(...[worlds.withIt, worlds.without].map(squareOf));
  const arms = [armOf(worlds.withIt, treated, square), armOf(worlds.without, held, square)] as const;
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
    profit: all(profitOf(revenue, worlds)),
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

/** What so many contacts are expected to come to, with the spread between contacts that the groups of simulated ones show. */
export function armOf({ groups }: Ledger, contacts: number, square: number): ExpectedArm {
  const people = sum(groups.contacts);
  const conversions = jackknife(groups.conversions, groups.contacts);
  const revenue = jackknife(groups.revenue, groups.contacts);
  const rate = Math.min(1, conversions.ratio);
  const clustering = clusteringOf(rate, conversions.standardError ** 2 * people);
  return {
    // Who orders twice, or not at all, is worth less than two people: the arm counts as the smaller for it (Kish's design effect).
    share: { conversions: (rate * contacts) / clustering, contacts: contacts / clustering },
    revenue: {
      mean: revenue.ratio,
      deviation: revenue.standardError * Math.sqrt(people),
      contacts,
      orders: conversions.ratio * contacts,
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
function profitOf(revenue: Estimate, { withIt, without }: BothWorlds): Estimate {
  const { margin, factor, fixedCost } = withIt;
  const people = sum(withIt.groups.contacts);
  const each =
    people === 0 ? 0 : (sum(withIt.groups.cost) - sum(without.groups.cost) + fixedCost / factor) / people;
  const of = (value: number) => value * margin - each;
  return { value: of(revenue.value), low: of(revenue.low), high: of(revenue.high) };
}

import type { ProgramJourney } from '../compile/program.ts';
import type { GroupField, JourneyResults } from '../engine/results.ts';
import { chanceOfReaching } from './chance.ts';
import { differenceOf, jackknife, scale, wilson, type Estimate } from './intervals.ts';
import type { FunnelStage, ReportGroups, TargetReport, Totals } from './report.ts';
import { sumInterval, type Summed } from './sumInterval.ts';
import { groupsOf, MICROS_PER_UNIT, sum, tidy, tidyEstimate, type View } from './view.ts';

/** Headline figures. The interval answers: what would an equal run on other people of this kind have shown? */
export function totals(view: View, journey: ProgramJourney, counted: JourneyResults): Totals {
  // Whoever enters once and converts once per entry is a yes or a no; everything else adds up.
  const once = journey.goals[0]?.every === false && journey.reEntry.mode === 'never';
  return {
    conversions: once
      ? peopleOf(view, counted, 'conversions')
      : amountOf(view, counted, countOf(counted, 'conversions')),
    conversionsAudience: amountOf(view, counted, countOf(counted, 'conversionsAudience')),
    revenue: amountOf(view, counted, revenueOf(view, counted, '')),
    cost: moved(view.fixedCost, amountOf(view, counted, costOf(view, counted))),
    profit: moved(-view.fixedCost, profitEstimate(view, counted, '')),
    unsubscribed: peopleOf(view, counted, 'unsubscribed'),
  };
}

/** Sums of the simulated contacts by group. */
export function groupSums(view: View, counted: JourneyResults): ReportGroups {
  const sums = ({ values, unit }: Amount) => Array.from(values, (value) => value / unit);
  return {
    contacts: sums(countOf(counted, 'contacts')),
    sent: sums(countOf(counted, 'sent')),
    conversions: sums(countOf(counted, 'conversions')),
    revenue: sums(revenueOf(view, counted, '')),
    cost: sums(costOf(view, counted)),
    profit: sums(profitOf(view, counted, '')),
    unsubscribed: sums(countOf(counted, 'unsubscribed')),
    conversionsAudience: sums(countOf(counted, 'conversionsAudience')),
    revenueAudience: sums(revenueOf(view, counted, 'Audience')),
    profitAudience: sums(profitOf(view, counted, 'Audience')),
  };
}

/** Contacts for whom something is true, a part of all. */
function peopleOf(view: View, counted: JourneyResults, field: GroupField): Estimate {
  const yes = sum(groupsOf(counted, field));
  return tidyEstimate({ ...scale(wilson(yes, view.contacts), view.shown), value: yes * view.factor }, 2);
}

export function funnel(view: View, counted: JourneyResults, stage: FunnelStage): Estimate {
  // How many contacts there are is known.
  if (stage === 'contacts') return { value: view.shown, low: view.shown, high: view.shown };
  return peopleOf(view, counted, stage);
}

export function reportTarget(
  view: View,
  counted: JourneyResults,
  { metric, atLeast }: Pick<TargetReport, 'metric' | 'atLeast'>,
): TargetReport {
  const amount = targetAmount(view, counted, metric);
  const fixed = metric === 'profit' ? view.fixedCost : 0;
  const perContact = jackknife(amount.values, groupsOf(counted, 'contacts'));
  const launch = { people: view.shown, contacts: view.contacts, counted: metric === 'conversions' };
  return {
    metric,
    atLeast,
    expected: moved(
      -fixed,
      metric === 'profit' ? profitEstimate(view, counted, 'ByTarget') : amountOf(view, counted, amount),
    ),
    chance: tidy(chanceOfReaching((atLeast + fixed) * amount.unit, perContact, launch), 4),
  };
}

/** Something that adds up: so many `unit` in one that is shown. */
interface Amount extends Omit<Summed, 'contacts'> {
  readonly unit: number;
}

function amountOf(view: View, counted: JourneyResults, { unit, ...amount }: Amount): Estimate {
  const interval = sumInterval({ ...amount, contacts: groupsOf(counted, 'contacts') });
  return tidyEstimate(scale(interval, view.factor / unit), unit === 1 ? 2 : 6);
}

function targetAmount(view: View, counted: JourneyResults, metric: TargetReport['metric']): Amount {
  switch (metric) {
    case 'conversions':
      return countOf(counted, 'conversionsByTarget');
    case 'revenue':
      return revenueOf(view, counted, 'ByTarget');
    case 'profit':
      return profitOf(view, counted, 'ByTarget');
  }
}

/** What reaches the goal, what does so by the target's date, and every order whatever caused it. */
type Which = '' | 'ByTarget' | 'Audience';

function countOf(counted: JourneyResults, field: GroupField): Amount {
  return { values: groupsOf(counted, field), unit: 1 };
}

function revenueOf(view: View, counted: JourneyResults, of: Which): Amount {
  return {
    values: groupsOf(counted, `revenue${of}Minor`),
    unit: view.minorPerUnit,
    events: sum(groupsOf(counted, `conversions${of}`)),
    worth: view.orderMinor,
    dearest: view.dearestMinor,
  };
}

function costOf(view: View, counted: JourneyResults, of: '' | 'ByTarget' = ''): Amount {
  return {
    values: groupsOf(counted, of === '' ? 'costMicros' : 'costByTargetMicros'),
    unit: MICROS_PER_UNIT,
    events: sum(groupsOf(counted, 'sent')),
    dearest: view.callMicros,
  };
}

/** What does not depend on anybody's luck. */
function moved(by: number, { value, low, high }: Estimate): Estimate {
  return by === 0
    ? { value, low, high }
    : tidyEstimate({ value: value + by, low: low + by, high: high + by }, 6);
}

/** In micros, where revenue and cost are both whole; with a margin, nearly. */
function profitOf(view: View, counted: JourneyResults, of: Which): Amount {
  const cost = groupsOf(counted, of === 'ByTarget' ? 'costByTargetMicros' : 'costMicros');
  const perMinor = MICROS_PER_UNIT / view.minorPerUnit;
  const values = groupsOf(counted, `revenue${of}Minor`).map(
    (minor, group) => minor * perMinor * view.margin - cost[group]!,
  );
  return { values, unit: MICROS_PER_UNIT };
}

/** Revenue is what makes profit uncertain, so its interval is as lopsided. */
function profitEstimate(view: View, counted: JourneyResults, of: '' | 'ByTarget'): Estimate {
  const kept = scale(amountOf(view, counted, revenueOf(view, counted, of)), view.margin);
  const cost = amountOf(view, counted, costOf(view, counted, of));
  return tidyEstimate(differenceOf(kept, cost), 6);
}

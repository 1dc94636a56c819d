import type { Ledger } from '../../../src/analytics/finance/ledger.ts';
import type { Luck } from '../luck.ts';

const GROUPS = 128;
const PER_GROUP = 150;

/** The same in each group of contacts. */
export function flatLedger(
  each: { readonly conversions?: number; readonly revenue?: number; readonly cost?: number },
  more: Partial<Omit<Ledger, 'groups'>> = {},
): Ledger {
  const flat = (value: number) => new Float64Array(GROUPS).fill(value);
  return {
    groups: {
      contacts: flat(PER_GROUP),
      conversions: flat(each.conversions ?? 0),
      revenue: flat(each.revenue ?? 0),
      cost: flat(each.cost ?? 0),
    },
    factor: 1,
    fixedCost: 0,
    margin: 1,
    ...more,
  };
}

export interface MadeJourney {
  /** Orders of all contacts, expected: without the journey, and because of it. */
  readonly organic: number;
  readonly extra: number;
  /** Orders that would have come without it and do not (people it drives away). */
  readonly lost?: number;
  /** One message costs this; about nine in ten contacts get one. */
  readonly costEach: number;
}

/** Both worlds of contacts in groups of uneven size; an order is worth 1 on average, unevenly. */
export function drawWorlds(luck: Luck, made: MadeJourney, more: Partial<Omit<Ledger, 'groups'>> = {}) {
  const columns = () => ({
    contacts: new Float64Array(GROUPS),
    conversions: new Float64Array(GROUPS),
    revenue: new Float64Array(GROUPS),
    cost: new Float64Array(GROUPS),
  });
  const [withIt, without] = [columns(), columns()];
  for (let group = 0; group < GROUPS; group++) {
    const contacts = about(luck, PER_GROUP, PER_GROUP / 2);
    withIt.contacts[group] = without.contacts[group] = contacts;
    withIt.cost[group] = about(luck, contacts * 0.9, contacts * 0.09) * made.costEach;
    const part = contacts / (GROUPS * PER_GROUP);
    add(luck, luck.poisson((made.organic - (made.lost ?? 0)) * part), group, [withIt, without]);
    add(luck, luck.poisson(made.extra * part), group, [withIt]);
    add(luck, luck.poisson((made.lost ?? 0) * part), group, [without]);
  }
  const ledger = (groups: Ledger['groups']): Ledger => ({
    groups,
    factor: 1,
    fixedCost: 0,
    margin: 1,
    ...more,
  });
  return { withIt: ledger(withIt), without: { ...ledger(without), fixedCost: 0 } };
}

/** A whole number of so many expected, with the spread of a count. */
function about(luck: Luck, expected: number, variance: number): number {
  return Math.max(0, Math.round(expected + luck.normal() * Math.sqrt(variance)));
}

type Columns = Readonly<Record<'conversions' | 'revenue', Float64Array>>;

function add(luck: Luck, orders: number, group: number, worlds: readonly Columns[]): void {
  for (let order = 0; order < orders; order++) {
    const value = luck.order();
    for (const { conversions, revenue } of worlds) {
      conversions[group]! += 1;
      revenue[group]! += value;
    }
  }
}

/** Expected cost of all messages of `drawWorlds`. */
export function expectedCost({ costEach }: MadeJourney): number {
  return GROUPS * PER_GROUP * 0.9 * costEach;
}

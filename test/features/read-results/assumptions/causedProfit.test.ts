import { describe, expect, it } from 'vitest';
import { findBreakEven } from '../../../../src/analytics/breakEven.ts';
import type { Report } from '../../../../src/analytics/report.ts';
import type { Assumption, Design } from '../../../../src/compile/response/assumption.ts';
import { assumptionsOf } from '../../../../src/compile/response/assumptions.ts';
import { spanOf } from '../../../../src/compile/response/spanOf.ts';
import { causedProfit } from '../../../../src/features/read-results/assumptions/causedProfit.ts';
import type { Journey } from '../../../../src/journey/journey.ts';
import { NO_POLICIES } from '../../../../src/journey/policies.ts';
import { money, probability } from '../../../../src/journey/units.ts';
import type { SimulationRequest } from '../../../../src/state/ports.ts';
import { forecastHere } from '../../../support/localSimulator.ts';
import { smallJourney } from '../../../support/smallJourney.ts';

const [COST, MARGIN, VALUE, CONVERTED] = [0.25, 0.5, 100, 0.5];
/** A send costs what its clicks bring: c = k · r · m · v. */
const EVEN = COST / (MARGIN * VALUE * CONVERTED);
const CONTACTS = 20_000;

/** One e-mail, to people who are all alike; what comes without it comes in plenty. */
function plainJourney(): Journey {
  const journey = smallJourney();
  const [goal] = journey.settings.goals;
  if (!goal) throw new Error('the journey has no goal');
  return {
    ...journey,
    settings: {
      ...journey.settings,
      heterogeneity: 'off',
      goals: [{ ...goal, value: { kind: 'fixed', amount: money(VALUE) } }],
    },
  };
}

const design: Design = {
  journey: plainJourney(),
  policies: {
    ...NO_POLICIES,
    economics: { grossMargin: probability(MARGIN), costs: { email: money(COST) } },
  },
  calibration: {
    channels: { email: { delivered: probability(1), converted: probability(CONVERTED) } },
    // Orders come after a click, or come anyway.
    common: { goodwillPerOpen: 0, organicPerDay: 0.001 },
  },
};

const requestOf = (seed: number): SimulationRequest => ({
  ...design,
  audience: { kind: 'sample', rows: CONTACTS },
  contacts: CONTACTS,
  seed,
});

function named(id: string): Assumption {
  const found = assumptionsOf(design).find((one) => one.id === id);
  if (!found) throw new Error(`no such assumption: ${id}`);
  return found;
}

const asked: (readonly SimulationRequest[])[] = [];
const simulate = (requests: readonly SimulationRequest[]): Promise<readonly Report[] | undefined> => {
  asked.push(requests);
  const reports = requests.flatMap((request) => {
    const outcome = forecastHere(request);
    return outcome.ok ? [outcome.report] : [];
  });
  return Promise.resolve(reports.length === requests.length ? reports : undefined);
};

const evenOf = (assumption: Assumption, seed: number) =>
  findBreakEven(spanOf(assumption), causedProfit({ request: requestOf(seed), assumption, simulate }));

describe('the break-even of what a journey causes', () => {
  it.each([1, 2, 3])('is the click rate at which clicks pay for the sends (seed %i)', async (seed) => {
    const found = await evenOf(named('email.clicked'), seed);
    expect(found).toMatchObject({ kind: 'crosses', lossWhen: 'below' });
    if (found?.kind !== 'crosses') return;
    expect(found.low ?? 0).toBeLessThanOrEqual(EVEN);
    expect(found.high ?? 1).toBeGreaterThanOrEqual(EVEN);
    // The interval says something: it is no wider than half of it to either side.
    expect(found.low).toBeGreaterThan(EVEN / 2);
    expect(found.high).toBeLessThan(EVEN * 1.5);
  });

  it('is not moved by orders that come anyway', async () => {
    const profit = causedProfit({ request: requestOf(1), assumption: named('email.clicked'), simulate });
    const total = forecastHere(requestOf(1));
    if (!total.ok) throw new Error('the run did not work');
    // With them the journey would pay at any click rate.
    expect(total.report.totals.profit.value).toBeGreaterThan(0);
    expect((await profit(EVEN / 2))!.high).toBeLessThan(0);
  });

  it('asks what comes anyway twice only, where it is the same at both ends', async () => {
    asked.length = 0;
    await evenOf(named('email.clicked'), 1);
    expect(asked.slice(0, 2).map(({ length }) => length)).toEqual([2, 2]);
    expect(new Set(asked.slice(2).map(({ length }) => length))).toEqual(new Set([1]));
  });

  it('asks it again at every value where it is not', async () => {
    asked.length = 0;
    const profit = causedProfit({
      request: requestOf(1),
      assumption: named('common.organicPerDay'),
      simulate,
    });
    for (const value of [0.0001, 0.002, 0.001]) await profit(value);
    expect(asked.map(({ length }) => length)).toEqual([2, 2, 2]);
  });

  it('cannot be said where the journey cannot run', async () => {
    const profit = causedProfit({
      ...{ request: requestOf(1), assumption: named('email.clicked') },
      simulate: () => Promise.resolve(undefined),
    });
    expect(await profit(0.01)).toBeUndefined();
  });
});

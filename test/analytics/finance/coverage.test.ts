import { describe, expect, it } from 'vitest';
import { customerCost, roas, roi } from '../../../src/analytics/finance/attributed.ts';
import type { Figure } from '../../../src/analytics/finance/figure.ts';
import {
  costPerExtra,
  incrementalProfit,
  incrementalRoi,
  iroas,
  presentValue,
} from '../../../src/analytics/finance/incremental.ts';
import { exactly } from '../../../src/analytics/finance/known.ts';
import { incrementalOf, liftOf } from '../../../src/analytics/incrementality/lift.ts';
import { coverageOf, expectCovered } from '../coverage.ts';
import { makeLuck } from '../luck.ts';
import { drawWorlds, expectedCost, type MadeJourney } from './madeLedgers.ts';

const TRIALS = 2000;
const MARGIN = 0.4;

const interval = ({ value }: Figure) => (value.kind === 'known' ? value.estimate : undefined);

describe.each([
  { organic: 5, events: 5 },
  { organic: 20, events: 20 },
  { organic: 60, events: 60 },
  { organic: 400, events: 400 },
])('with $organic orders in the simulation', ({ organic, events }) => {
  const made = { organic, extra: 0, costEach: 0.01 };
  const cost = expectedCost(made);
  const draw = (seed: number) => {
    const luck = makeLuck(seed);
    return () => drawWorlds(luck, made, { margin: MARGIN }).withIt;
  };

  it.each([
    ['the return on ad spend', 51, organic / cost, roas],
    ['the return on investment', 52, (MARGIN * organic) / cost - 1, roi],
    [
      'the cost of a customer',
      53,
      cost / organic,
      (ledger: Parameters<typeof roas>[0]) => customerCost('cacBlended', ledger),
    ],
  ] as const)('has an interval of %s that holds the truth', (_, seed, truth, figure) => {
    const next = draw(seed);
    expectCovered(
      coverageOf(TRIALS, truth, () => interval(figure(next()))),
      events,
    );
  });
});

/** `events`: orders that are in one world and not in the other. */
const JOURNEYS: readonly (MadeJourney & { readonly events: number })[] = [
  { organic: 200, extra: 6, costEach: 0.001, events: 6 },
  { organic: 200, extra: 20, costEach: 0.001, events: 20 },
  { organic: 200, extra: 60, lost: 20, costEach: 0.001, events: 80 },
  { organic: 0, extra: 30, costEach: 0.001, events: 30 },
  { organic: 2000, extra: 300, lost: 40, costEach: 0.01, events: 340 },
];

describe.each(JOURNEYS)('with $extra extra orders beside $organic', (made) => {
  const more = made.extra - (made.lost ?? 0);
  const cost = expectedCost(made);
  const lifetime = 5;
  const draw = (seed: number) => {
    const luck = makeLuck(seed);
    return () => drawWorlds(luck, made, { margin: MARGIN });
  };

  it.each([
    ['iROAS', 61, more / cost, iroas],
    ['the incremental return on investment', 62, (MARGIN * more) / cost - 1, incrementalRoi],
    ['the cost of an extra conversion', 63, cost / more, costPerExtra],
    ['the incremental profit', 64, MARGIN * more - cost, incrementalProfit],
    [
      'the net present value',
      65,
      lifetime * more - cost,
      (ledgers: Parameters<typeof iroas>[0]) => presentValue(ledgers, exactly(lifetime)),
    ],
  ] as const)('has an interval of %s that holds the truth', (_, seed, truth, figure) => {
    const next = draw(seed);
    expectCovered(
      coverageOf(TRIALS, truth, () => interval(figure(incrementalOf(next())))),
      made.events,
    );
  });

  it.each([
    ['conversions', 71, more],
    ['revenue', 72, more],
  ] as const)('has an interval of extra %s that holds the truth', (metric, seed, truth) => {
    const next = draw(seed);
    expectCovered(
      coverageOf(TRIALS, truth, () => liftOf(next())[metric]),
      made.events,
    );
  });

  it('has an interval of the relative lift that holds the truth', () => {
    if (made.organic === 0) return;
    const next = draw(73);
    const covered = coverageOf(TRIALS, more / made.organic, () => liftOf(next()).relative);
    expectCovered(covered, made.events);
    expect(liftOf(next()).relative).toBeDefined();
  });
});

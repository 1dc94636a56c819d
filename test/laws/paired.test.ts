import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { normalCumulative } from '../../src/analytics/chance.ts';
import { comparePaired } from '../../src/analytics/comparePaired.ts';
import { PAIRED_METRICS, type Report } from '../../src/analytics/report.ts';
import { compile } from '../../src/compile/compile.ts';
import { BENCHMARKS_ONLY } from '../../src/journey/calibration.ts';
import { parseJourney } from '../../src/journey/format.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import type { Step } from '../../src/journey/steps/index.ts';
import { days, money, probability } from '../../src/journey/units.ts';
import { partition } from '../../src/simulation/partition.ts';
import { sampleSchema, sampleSource } from '../../src/simulation/sampleAudience.ts';
import { ShardWork } from '../../src/simulation/shardWork.ts';
import { wordsOf } from '../../src/simulation/words.ts';
import { binomialZ } from '../support/normal.ts';

const AUDIENCE = 6_000;
const SAMPLE = 1_500;
const SEEDS = 100;

/** As in forecast.test.ts: how often a sample's interval holds the full run, of which it is a part. */
const LEVEL = 2 * normalCumulative(1.959964 / Math.sqrt(1 - SAMPLE / AUDIENCE)) - 1;
/** A change that reaches few buyers differs in a few orders of uneven value. */
const LEAST = 0.9;

function sample(): Journey {
  const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
  if (!parsed.ok) throw new Error('the sample does not parse');
  return parsed.journey;
}

const work = new ShardWork();
work.open(sampleSource(AUDIENCE));

function runner(journey: Journey, policies: Policies = NO_POLICIES) {
  const compiled = compile({
    journeys: [journey],
    schema: sampleSchema(AUDIENCE),
    policies,
    calibration: BENCHMARKS_ONLY,
  });
  if (!compiled.ok) throw new Error('the sample does not compile');
  const { program } = compiled;
  return (contacts: number, seed: number): Report => {
    const [part] = partition(contacts, AUDIENCE, 1);
    const results = work.run({ program, seed, contacts: part! });
    const { economics } = policies;
    return buildReport({
      program,
      results,
      seed,
      seconds: 0,
      scaleTo: AUDIENCE,
      economics,
      ...wordsOf(journey),
    });
  };
}

function changed(change: (step: Step) => Step, id: string): Journey {
  const journey = sample();
  const step = journey.steps[stepId(id)];
  if (!step) throw new Error(`the sample has no step ${id}`);
  return { ...journey, steps: { ...journey.steps, [id]: change(step) } };
}

const CHANGES: readonly [string, Journey][] = [
  [
    'a longer wait',
    changed(
      (step) => (step.kind === 'wait' ? { ...step, until: { type: 'duration', minutes: days(14) } } : step),
      'nurture-wait',
    ),
  ],
  [
    'a click rate',
    changed(
      (step) => (step.kind === 'message' ? { ...step, response: { clicked: probability(0.1) } } : step),
      'nurture-1',
    ),
  ],
];

describe.each(CHANGES)('the paired difference that %s makes in a forecast', (_, after) => {
  let pairs: { forecast: ReturnType<typeof difference>; full: ReturnType<typeof difference> }[];
  const [before, then] = [runner(sample()), runner(after)];
  const difference = (contacts: number, seed: number) => {
    const made = comparePaired(before(contacts, seed), then(contacts, seed));
    if (!made) throw new Error('the two are not paired');
    return made;
  };
  beforeAll(() => {
    pairs = Array.from({ length: SEEDS }, (_none, seed) => ({
      forecast: difference(SAMPLE, seed + 1),
      full: difference(AUDIENCE, seed + 1),
    }));
  });

  it.each(PAIRED_METRICS)('holds the full comparison’s, of %s, as often as it should', (metric) => {
    const held = pairs.filter(({ forecast, full }) => {
      const { low, high } = forecast[metric].by;
      return low <= full[metric].by.value && full[metric].by.value <= high;
    }).length;
    expect(binomialZ(held, SEEDS, LEVEL), `${held} of ${SEEDS}`).toBeLessThan(3.29);
    expect(binomialZ(held, SEEDS, LEAST), `${held} of ${SEEDS}`).toBeGreaterThan(-3.29);
  });

  it('is far better known than the difference of two runs with luck of their own', () => {
    const paired = pairs[0]!.full.cost.by;
    const [one, other] = [before(AUDIENCE, 1), then(AUDIENCE, 1)].map(({ totals }) => totals.cost);
    const apart = Math.hypot(one!.high - one!.low, other!.high - other!.low);
    expect(paired.high - paired.low).toBeLessThan(apart * 0.75);
  });
});

describe('a paired difference', () => {
  const journey = sample();
  const run = runner(journey);

  it('is exactly nothing between a journey and itself', () => {
    const made = comparePaired(run(SAMPLE, 5), run(SAMPLE, 5));
    for (const metric of PAIRED_METRICS)
      expect(made?.[metric]).toEqual({
        by: { value: 0, low: 0, high: 0 },
        chanceHigher: 0.5,
        certain: false,
        same: true,
      });
  });

  it('is not taken of other contacts, or of other luck', () => {
    expect(comparePaired(run(SAMPLE, 5), run(SAMPLE, 6))).toBeUndefined();
    expect(comparePaired(run(SAMPLE, 5), run(SAMPLE / 2, 5))).toBeUndefined();
  });

  it('of a fixed cost is that cost, which is nobody’s luck', () => {
    const economics = { fixedCost: money(250) };
    const made = comparePaired(run(SAMPLE, 5), runner(journey, { ...NO_POLICIES, economics })(SAMPLE, 5));
    expect(made?.cost).toEqual({
      by: { value: 250, low: 250, high: 250 },
      chanceHigher: 1,
      certain: true,
      same: false,
    });
    expect(made?.profit).toEqual({
      by: { value: -250, low: -250, high: -250 },
      chanceHigher: 0,
      certain: true,
      same: false,
    });
    expect(made?.revenue.certain).toBe(false);
  });

  it('of values and intervals is that of the totals', () => {
    const economics = { grossMargin: probability(0.4), costs: { email: money(0.05) }, fixedCost: money(90) };
    const [plain, priced] = [run(SAMPLE, 5), runner(journey, { ...NO_POLICIES, economics })(SAMPLE, 5)];
    const made = comparePaired(plain, priced);
    for (const metric of PAIRED_METRICS)
      expect(made?.[metric].by.value).toBeCloseTo(
        priced.totals[metric].value - plain.totals[metric].value,
        4,
      );
    const { revenue, cost, profit } = priced.totals;
    expect(profit.value).toBeCloseTo(0.4 * revenue.value - cost.value, 4);
  });
});
